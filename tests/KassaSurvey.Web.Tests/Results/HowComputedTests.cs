using System.Globalization;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Components.Dashboards;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Tests.Results;

/// <summary>What "how computed" says can be computed again: the numbers of the reading, and the family its p-value was adjusted in.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class HowComputedTests(DemonstrationSite site)
{
    private static readonly NumberText Numbers = NumberText.In("en");

    [Fact]
    public async Task Change_OfAnArea_FollowsFromTheLinesAboveIt()
    {
        var results = (await site.ReadAsync(2020)).Results;
        var area = results.Areas.First(area => area.Change?.Test is not null);
        var groups = Groups(new HowComputed("area", area.Current, area.Compared, area.Change, FigureKind.Area), results);

        var (now, then, comparison) = (Numbered(groups["2020"]), Numbered(groups["2019"]), Numbered(groups["Comparison"]));
        var error = Math.Sqrt((now["Standard error"] * now["Standard error"]) + (then["Standard error"] * then["Standard error"]));
        Assert.Equal(now["Mean (1–7)"] - then["Mean (1–7)"], comparison["Difference"], 3);
        Assert.Equal(error, comparison["Standard error"], 3);
        Assert.Equal(comparison["Difference"] / comparison["Standard error"], comparison["t"], 0.05);
        Assert.Contains("p, adjusted for the family (Holm)", groups["Comparison"].Select(line => line.Label));
    }

    [Fact]
    public async Task RecommendationScore_SaysItsOwnFormulaAndFamily()
    {
        var results = (await site.ReadAsync(2020)).Results;
        var score = results.Find("LOY_RECOMMEND")!.Recommendation!;
        var groups = Groups(
            new HowComputed("score", new Reading.Reported(score.Current), new Reading.Reported(score.Compared!), score.Change, FigureKind.Recommendation), results);

        Assert.Contains(groups["The figure"], line => line.Value.Contains("9–10", StringComparison.Ordinal));
        Assert.Equal(score.Current.Mean!.Value.Value, Numbered(groups["2020"])["Score"], 3);
        Assert.Contains("p used (a family of its own)", groups["Comparison"].Select(line => line.Label));
    }

    [Fact]
    public async Task Row_OfGroups_HasEachShownGroup_AndNoneThatIsHidden()
    {
        var results = (await site.ReadAsync(2020)).Results;
        var overall = results.Overall!;
        HowComputed Cell(string group, Reading reading, ComparisonFamily family) =>
            new("row", reading, null, overall.Change, FigureKind.Overall) { CurrentName = group, Family = family };
        var row = new HowComputedRow("row",
        [
            Cell("Everybody", overall.Current, ComparisonFamily.Headline),
            Cell("Lapland", new Reading.Suppressed(SuppressionReason.TooFewAnswers), ComparisonFamily.Exploratory),
            Cell("Uusimaa", overall.Current, ComparisonFamily.Exploratory),
        ]);

        var groups = Groups(row, results);

        Assert.True(row.HasFigures);
        Assert.DoesNotContain("Lapland", string.Join(' ', groups.Keys), StringComparison.Ordinal);
        Assert.Contains(groups["Uusimaa · Comparison"], line => line.Label.Contains("Benjamini–Hochberg", StringComparison.Ordinal));
        Assert.DoesNotContain(groups["Everybody · Comparison"], line => line.Label.Contains("Benjamini–Hochberg", StringComparison.Ordinal));
        Assert.False(new HowComputedRow("row", [Cell("Lapland", new Reading.NoData(), ComparisonFamily.Exploratory)]).HasFigures);
    }

    [Theory]
    [InlineData("/groups?year=2020&by=region", ".ks-heat tbody tr")]
    [InlineData("/compare?year=2020&by=age", ".ks-table tbody tr")]
    [InlineData("/?year=2020", ".ks-row-area, .ks-row-question")]
    public async Task EachRow_OpensHowItWasComputed(string address, string rows)
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync(address)).Document;

        Assert.All(page.QuerySelectorAll(rows), row => Assert.NotNull(row.QuerySelector(".ks-computed-button")));
    }

    private static Dictionary<string, double> Numbered(IEnumerable<HowComputed.Line> lines) => lines
        .Select(line => (line.Label, Number: double.TryParse(line.Value.Replace('−', '-').Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number) ? number : double.NaN))
        .Where(line => !double.IsNaN(line.Number)).ToDictionary(line => line.Label, line => line.Number);

    private Dictionary<string, IReadOnlyList<HowComputed.Line>> Groups(IExplained explained, WaveResults results)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var texts = site.Host.Services.GetRequiredService<IStringLocalizer<HowComputedTexts>>();
        return explained.Groups(results, texts, Numbers).ToDictionary(group => group.Heading, group => group.Lines);
    }
}
