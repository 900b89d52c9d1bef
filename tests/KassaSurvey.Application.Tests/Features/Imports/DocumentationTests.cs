using System.Text;
using System.Text.RegularExpressions;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Application.Tests.Features.Imports;

public sealed partial class DocumentationTests
{
    [Fact]
    public async Task Examples_OfTheDocumentation_ImportWithoutAnIssue()
    {
        await using var bench = await ImportBench.CreateAsync();
        bench.Time.SetUtcNow(new(2023, 1, 15, 0, 0, 0, TimeSpan.Zero));
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Features", "Imports", "Data", "imports.md"));
        var examples = Example().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(2, examples.Count);
        var answers = await bench.ImportAsync(examples[0]);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(examples[1]));
        var figures = await bench.Published.ExecuteAsync(
            Viewer.Operator, new(ImportBench.Fund, ImportBench.Survey), content, CancellationToken.None);

        Assert.Equal((ImportOutcome.Imported, 3, 0), (answers.Outcome, answers.NewRows, answers.Issues.Count));
        Assert.Equal((ImportOutcome.Imported, 2, 0), (figures.Value.Outcome, figures.Value.Added, figures.Value.Issues.Count));
    }

    [GeneratedRegex("```csv\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
