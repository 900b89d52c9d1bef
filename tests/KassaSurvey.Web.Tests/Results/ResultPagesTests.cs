using System.Globalization;
using System.Net;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Results;

/// <summary>The pages behind the overview, as they are served: their figures are those of the verbs, and no address is answered with another's.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class ResultPagesTests(DemonstrationSite site)
{
    private static readonly NumberText Numbers = NumberText.In("en");

    [Fact]
    public async Task Groups_ByRegion_ShowTheFiguresOfTheBreakdown()
    {
        var expected = await BreakdownAsync("region");
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/groups?year=2020&by=region")).Document;

        var rows = page.QuerySelectorAll(".ks-heat tbody tr");
        Assert.Equal(expected.Breakdown.Figures.Length, rows.Length);
        foreach (var (row, figure) in rows.Zip(expected.Breakdown.Figures))
        {
            var cells = row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent).ToList();
            Assert.Equal(figure.Cells.Length, cells.Count);
            foreach (var (shown, cell) in cells.Zip(figure.Cells))
            {
                Assert.Contains(
                    cell.Reading.Value is { Mean: { } mean } value ? Numbers.Number(mean.Value, NumberText.DecimalsOf(value.Scale)) : "few", shown, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Groups_OrderedByAColumn_FallAndKeepTheOverallGradeOnTop()
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/groups?year=2020&by=age&sort=1")).Document;

        var rows = page.QuerySelectorAll(".ks-heat tbody tr");
        Assert.Contains("overall", rows[0].QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        var column = rows.Skip(1).Where(row => !row.QuerySelector("th")!.TextContent.Contains("(0–100)", StringComparison.Ordinal))
            .Select(row => double.Parse(row.QuerySelectorAll("td")[1].QuerySelector("a")!.TextContent, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(column.OrderDescending(), column);
        Assert.Equal("descending", page.QuerySelectorAll(".ks-heat thead th")[2].GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Groups_ACell_LeadsToTheAreaOfThatGroup()
    {
        var browser = await site.SignInAsync(Role.Manager);
        var groups = (await browser.GetAsync("/groups?year=2020&by=region")).Document;
        var cell = groups.QuerySelectorAll(".ks-heat tbody tr")[1].QuerySelectorAll("td a")[0];

        var area = (await browser.GetAsync(cell.GetAttribute("href")!)).Document;

        Assert.Contains("Etelä-Suomi", area.QuerySelector(".ks-population")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(cell.TextContent, area.QuerySelector(".ks-tile-value")!.TextContent.Trim());
    }

    [Fact]
    public async Task Groups_WithAFilterOfTheOverview_SayThatEverybodyIsDivided()
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/groups?year=2020&where=region%3AUusimaa")).Document;

        Assert.Contains("filters of the overview do not apply", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".ks-tabs a"), tab => tab.GetAttribute("href")!.Contains("Uusimaa", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/groups?year=2021", "Only published figures are known of 2021")]
    [InlineData("/groups?year=2020&by=planet", "planet")]
    [InlineData("/groups?year=2020&by=region&with=region", "different groupings")]
    [InlineData("/groups?year=2020&by=region&sort=best", "Etelä-Suomi")]
    [InlineData("/groups?year=x", "x")]
    [InlineData("/areas/NOTHING?year=2020", "There is no area “NOTHING”")]
    [InlineData("/questions/NOTHING?year=2020", "There is no question “NOTHING”")]
    [InlineData("/questions/OVERALL?year=2022", "not of years known from publications")]
    [InlineData("/priorities?year=2021", "Only published figures are known of 2021")]
    [InlineData("/priorities?year=2020&method=magic", "magic")]
    [InlineData("/priorities?year=2020&target=CHANNELS", "no graded question “CHANNELS”")]
    public async Task Address_OfWhatThereIsNot_IsToldInASentence(string address, string said)
    {
        var answer = await (await site.SignInAsync(Role.Analyst)).GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(said, answer.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_Spread_IsThatOfTheResults()
    {
        var expected = (await site.ReadAsync(2020)).Results.Find("HAN_SPEED")!.Current.Value!;
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/questions/HAN_SPEED?year=2020")).Document;

        var shares = page.QuerySelectorAll(".ks-spread tbody tr").Select(row => row.QuerySelector("td")!.TextContent.Trim()).ToList();

        Assert.Equal([.. expected.Distribution.Reverse().Select(share => Numbers.Percent(share)), Numbers.Percent(expected.CantSayShare)], shares);
        Assert.Equal(["Overview", "Application handling", "How quickly the application was processed"], page.QuerySelectorAll(".ks-crumbs li").Select(step => step.TextContent.Trim()));
    }

    [Fact]
    public async Task Question_OfTooFew_ShowsNoSpread()
    {
        // Nobody of so small a fund may be singled out: two conditions leave a handful.
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync(
            "/questions/PHO_REACH?year=2011&where=region%3APohjois-Suomi&where=age%3A18-34&where=benefit%3AOsa-aikaty%C3%B6")).Document;

        Assert.Empty(page.QuerySelectorAll(".ks-spread"));
        Assert.NotNull(page.QuerySelector(".ks-hidden"));
    }

    [Fact]
    public async Task Priorities_WeakModel_GivesNoFiguresAndNoAdvice()
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/priorities?year=2020")).Document;

        var weak = page.QuerySelectorAll(".ks-unfold").Single(model => model.TextContent.Contains("Question by question", StringComparison.Ordinal));
        Assert.Contains("no advice", weak.TextContent, StringComparison.Ordinal);
        Assert.Null(weak.QuerySelector("table"));
        Assert.NotNull(page.QuerySelector(".ks-panel .ks-quadrants"));
        Assert.Contains("need not be cause and effect", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PathModel_Picture_HasABoxForEachPartAndAnArrowForEachRowOfItsTable()
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/priorities?year=2020&method=pls")).Document;

        var panel = page.QuerySelector(".ks-panel:has(.ks-path-model)")!;
        var boxes = panel.QuerySelectorAll(".ks-path-name span").Select(box => box.TextContent).ToList();
        Assert.Equal(["Image", "Application handling", "Online service", "Information", "Loyalty"], boxes.Where(box => box != "Satisfaction as a whole"));
        var rows = panel.QuerySelectorAll(".ks-path-model + details tbody tr");
        Assert.Equal(
            panel.QuerySelectorAll(".ks-path-label").Select(label => label.TextContent),
            rows.Select(row => row.QuerySelectorAll("td")[1].FirstChild!.TextContent));
        Assert.Contains(rows, row => row.QuerySelector("th")!.TextContent == "Satisfaction as a whole" && row.QuerySelector("td")!.TextContent == "Loyalty");
        Assert.Equal(boxes.Count, boxes.Distinct().Count());
    }

    [Fact]
    public async Task RecommendationTile_SaysTheScoreAndItsOwnChange_NotTheMeans()
    {
        var question = (await site.ReadAsync(2020)).Results.Find("LOY_RECOMMEND")!;
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/?year=2020")).Document;

        var tile = page.QuerySelectorAll(".ks-tile").Single(tile => tile.TextContent.Contains("Recommendation score", StringComparison.Ordinal));

        Assert.Equal(Numbers.Signed(question.Current.Value!.RecommendationScore!.Value.Value, 1), tile.QuerySelector(".ks-tile-value")!.TextContent);
        Assert.Equal(Numbers.Signed(question.Recommendation!.Change!.Delta!.Value, 1), tile.QuerySelector(".ks-verdict .ks-number")!.TextContent);
        Assert.NotEqual(question.Change!.Delta, question.Recommendation.Change.Delta);
        Assert.NotNull(tile.QuerySelector("button[aria-label*='Recommendation score']"));
    }

    [Theory]
    [InlineData("/groups")]
    [InlineData("/areas/STAFF")]
    [InlineData("/questions/OVERALL")]
    [InlineData("/priorities")]
    public async Task Pages_OfResults_AreNotForInterviewers(string address)
    {
        var answer = await (await site.SignInAsync(Role.Interviewer)).GetAsync(address);

        Assert.NotEqual(HttpStatusCode.OK, answer.Status);
    }

    private async Task<SurveyBreakdown> BreakdownAsync(string segment)
    {
        var query = new GetResults.Query("demo", "member-satisfaction", 2020, null, Domain.Analysis.Population.Everybody);
        return (await site.Host.Services.GetRequiredService<GetBreakdown>().ExecuteAsync(Viewer.Operator, new(query, [segment]), CancellationToken.None)).Value;
    }
}
