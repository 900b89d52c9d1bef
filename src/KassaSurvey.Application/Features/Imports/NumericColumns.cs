using System.Collections.Immutable;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>Finds the columns that no questionnaire knows and that hold numbers.</summary>
internal static class NumericColumns
{
    /// <summary>Reads the file once. A column counts as numeric when most of its cells do: a slip must not turn it into an unknown one.</summary>
    public static async Task<IReadOnlySet<string>> FindAsync(
        CsvSource file, ImmutableArray<string> headings, CancellationToken cancellationToken)
    {
        int[] unknown =
        [
            .. Enumerable.Range(0, headings.Length).Where(place => CodeText.IsCode(headings[place])
                && ImportColumns.MayBeQuestion(headings[place]) && BuiltInQuestionnaire.Find(headings[place]) is null),
        ];
        var balance = new int[headings.Length];
        using var rows = file.Open();
        for (var isHeading = true; unknown.Length > 0 && await rows.ReadAsync(cancellationToken); isHeading = false)
        {
            foreach (var place in isHeading ? [] : unknown)
            {
                if (place < rows.FieldCount && rows.Trimmed(place) is { IsEmpty: false } cell && cell is not AnswerCell.CantSay)
                {
                    balance[place] += AnswerCell.ReadNumber(cell).IsSuccess ? 1 : -1;
                }
            }
        }

        return unknown.Where(place => balance[place] > 0).Select(place => headings[place]).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
