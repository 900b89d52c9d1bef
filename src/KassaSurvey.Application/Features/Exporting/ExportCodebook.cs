using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>What an export's columns are: wording in every language, the years that asked it, and what changed between them.</summary>
internal static class ExportCodebook
{
    /// <summary>A row a lineage.</summary>
    public static ReportTable Of(IEnumerable<LineageColumns> lineages, Comparability comparability, ReportWords words)
    {
        var all = lineages.ToList();
        var plain = CodebookTables.Codebook(all.Select(lineage => lineage.Latest), words);
        var text = plain.Columns.Select(column => column.Key).ToList().IndexOf("text");
        return new(
            plain.Key, plain.Title,
            [
                .. plain.Columns.Take(text),
                .. Languages.All.Select(language => new ReportColumn($"text_{language}", $"{words[ReportTexts.ColumnQuestion]} ({language})") { IsText = true }),
                .. plain.Columns.Skip(text + 1),
                new("years", words[ReportTexts.ColumnYear]) { IsText = true },
                new("changes", words[ReportTexts.ColumnNote]) { IsText = true },
            ],
            [
                .. all.Select((lineage, i) => (ImmutableArray<ReportCell>)
                [
                    ReportCell.Of(lineage.Name),
                    .. plain.Rows[i].Skip(1).Take(text - 1),
                    .. Languages.All.Select(language => ReportCell.Of(lineage.Latest.Text.In(language))),
                    .. plain.Rows[i].Skip(text + 1),
                    ReportCell.Of(string.Join(", ", lineage.Years)),
                    ReportCell.Of(Changes(lineage, comparability, words)),
                ]),
            ]);
    }

    /// <summary>What each value of each column is called.</summary>
    public static ReportTable Labels(IEnumerable<ResponseVariable> variables, ReportWords words) => new(
        "labels", words[ReportTexts.LabelsTitle],
        CodebookTables.LabelColumns(words),
        [
            .. variables.SelectMany(variable => variable.Values.Select(value => ImmutableArray.Create(
                ReportCell.Of(variable.Name), ReportCell.Of(value.Value.ToString(CultureInfo.InvariantCulture)), ReportCell.Of(value.Label)))),
        ]);

    private static string Changes(LineageColumns lineage, Comparability comparability, ReportWords words) => string.Join("; ", lineage.Years
        .Select(year => (Year: year, Change: comparability.Link(lineage.Latest.Code, year)?.Change ?? QuestionChange.Same))
        .Where(link => link.Change != QuestionChange.Same)
        .Select(link => $"{link.Year}: {words[link.Change switch
        {
            QuestionChange.SmallEdit => ReportTexts.NoteEdited,
            QuestionChange.ScaleChanged => ReportTexts.NoteScaleChanged,
            _ => ReportTexts.ChangeDifferent,
        }]}"));
}
