using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Web.Tests.Reports;

namespace KassaSurvey.Web.Tests.Results;

/// <summary>One population for the whole page: for random filters every block states the same number of responses, the verb's.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class OnePopulationTests(DemonstrationSite site)
{
    private const int Filters = 200;

    private static readonly Dictionary<string, string[]> Segments = new()
    {
        ["age"] = ["18-34", "35-49", "50-67"],
        ["region"] = ["Uusimaa", "Länsi-Suomi", "Etelä-Suomi", "Pohjois-Suomi"],
        ["benefit"] = ["Työttömyys", "Lomautus", "Osa-aikatyö"],
    };

    [Fact]
    public async Task Overview_RandomFilters_SaysOneNumberAndTheVerbs()
    {
        var numbers = NumberText.In("en");
        var random = new SeededGenerator(20201122);
        var browser = await site.SignInAsync(Role.Manager);
        for (var filter = 0; filter < Filters; filter++)
        {
            var year = 2011 + random.NextInt(10);
            string[] where = [.. Segments.Where(_ => random.NextInt(2) == 0).SelectMany(segment => segment.Value.Where(_ => random.NextInt(2) == 0).Select(value => $"{segment.Key}:{value}"))];
            var expected = await site.ResultsAsync(year, where);

            var page = (await browser.GetAsync($"/?year={year}" + string.Concat(where.Select(condition => "&where=" + Uri.EscapeDataString(condition))))).Document;

            var address = $"{year} {string.Join(' ', where)}";
            var said = page.QuerySelector(".ks-population strong")!.TextContent;
            var tile = page.QuerySelectorAll(".ks-tile").Single(tile => tile.QuerySelector(".ks-tile-title")!.TextContent == "Responses").QuerySelector(".ks-tile-value")!.TextContent;
            Assert.True(said.Contains(expected.Responses is { } count ? $"· {numbers.Count(count)} responses" : "too few", StringComparison.OrdinalIgnoreCase), $"{address}: {said}");
            Assert.Equal(expected.Responses is { } n ? numbers.Count(n) : "–", tile.Trim());
            // Everybody is asked the overall grade: its row counts who gave one, which is the verb's n and never more than the population.
            var overall = expected.Questions.Single(question => question.Code == "OVERALL");
            var row = page.QuerySelector(".ks-table tbody tr")!.TextContent;
            Assert.True(overall.N is not { } graded || row.Contains(numbers.Count(graded), StringComparison.Ordinal), $"{address}: {row}");
        }
    }
}
