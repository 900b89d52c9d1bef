using System.Collections.Immutable;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Exports;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>Figures of several years in one table: years below each other, or side by side.</summary>
internal static class FigureTables
{
    /// <summary>What names a row, in every year the same.</summary>
    private static readonly string[] Names = ["kind", "code", "option", "area", "name", "option_label"];

    /// <summary>What tells a row apart; its words may change from year to year.</summary>
    private static readonly string[] Keys = ["kind", "code", "option"];

    private static readonly string[] Values =
        ["scale", "n", "cant_say", "mean", "sd", "se", "ci95_low", "ci95_high", "index", "top_two", "share", "share_ci95_low", "share_ci95_high", "note"];

    /// <summary>The table.</summary>
    /// <param name="years">Each year's results, oldest first, compared with nothing.</param>
    /// <param name="layout">How years stand to each other.</param>
    /// <param name="words">The words of its language.</param>
    public static ReportTable Of(IReadOnlyList<WaveResults> years, YearLayout layout, ReportWords words)
    {
        var title = words[ReportTexts.QuestionsTitle];
        List<(int Year, ReportTable Table)> tables =
        [
            .. years.Select(results => (results.Year.Value, ReportTable
                .Stack("results", title, ResultTables.Questions(results, words), ResultTables.Areas(results, words), ShareTables.Shares(results, words))
                .WithSplitIntervals().Select([.. Names, .. Values]))),
        ];
        return layout == YearLayout.Wide ? Wide(tables, title) : ReportTable.Stack("results", title, [.. tables.Select(table => WithYear(table.Year, table.Table, words))]);
    }

    private static ReportTable WithYear(int year, ReportTable table, ReportWords words) => table with
    {
        Columns = [new("year", words[ReportTexts.ColumnYear]), .. table.Columns],
        Rows = [.. table.Rows.Select(row => row.Insert(0, ReportCell.Of(year, 0, NumberStyle.Year)))],
    };

    private static ReportTable Wide(List<(int Year, ReportTable Table)> tables, string title)
    {
        // The latest year names the rows; what only earlier years asked comes after.
        var rows = new List<(string Key, ImmutableArray<ReportCell> Names)>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (_, table) in Enumerable.Reverse(tables))
        {
            var names = table.Select(Names);
            rows.AddRange(KeysOf(table).Zip(names.Rows).Where(row => known.Add(row.First)));
        }

        var years = tables.Select(table => (table.Year, Table: table.Table.Select(Values), Rows: KeysOf(table.Table).Zip(table.Table.Select(Values).Rows)
            .ToDictionary(row => row.First, row => row.Second, StringComparer.OrdinalIgnoreCase))).ToList();
        return new(
            "results", title,
            [
                .. tables[^1].Table.Select(Names).Columns,
                .. years.SelectMany(year => year.Table.Columns.Select(column => column with { Key = $"{column.Key}_{year.Year}", Title = $"{column.Title} {year.Year}" })),
            ],
            [
                .. rows.Select(row => (ImmutableArray<ReportCell>)
                [
                    .. row.Names,
                    .. years.SelectMany(year => year.Rows.TryGetValue(row.Key, out var cells) ? cells : [.. year.Table.Columns.Select(_ => ReportCell.Nothing)]),
                ]),
            ]);
    }

    private static IEnumerable<string> KeysOf(ReportTable table) => table.Select(Keys).Rows
        .Select(row => string.Join('\u001f', row.Select(cell => cell is ReportCell.Text text ? text.Value : "")));
}
