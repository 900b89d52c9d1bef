using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>What each question is and what its values mean.</summary>
internal static class CodebookTables
{
    public static ReportTable Codebook(IEnumerable<Question> questions, ReportWords words)
    {
        ImmutableArray<ReportColumn> columns =
        [
            new("code", words[ReportTexts.ColumnCode]) { IsText = true },
            new("area", words[ReportTexts.ColumnArea]) { IsText = true },
            new("type", words[ReportTexts.ColumnType]) { IsText = true },
            new("text", words[ReportTexts.ColumnQuestion]) { IsText = true },
            new("scale", words[ReportTexts.ColumnScale]) { IsText = true },
            new("values", words[ReportTexts.ColumnValues]) { IsText = true },
            new("missing", words[ReportTexts.ColumnMissing]) { IsText = true },
            new("base", words[ReportTexts.ColumnBase]) { IsText = true },
        ];
        return new("codebook", words[ReportTexts.CodebookTitle], columns, [.. questions.Select(question => Row(question, words))]);
    }

    public static ReportTable Labels(IEnumerable<Question> questions, ReportWords words) => new(
        "labels", words[ReportTexts.LabelsTitle], LabelColumns(words),
        [
            .. questions.SelectMany(question => Values(question, words).Select(value =>
                ImmutableArray.Create(ReportCell.Of(value.Code), ReportCell.Of(value.Value), ReportCell.Of(value.Label)))),
        ]);

    /// <summary>The columns of a table of labels.</summary>
    public static ImmutableArray<ReportColumn> LabelColumns(ReportWords words) =>
    [
        new("code", words[ReportTexts.ColumnCode]) { IsText = true },
        new("value", words[ReportTexts.ColumnValue]) { IsText = true },
        new("label", words[ReportTexts.ColumnLabel]) { IsText = true },
    ];

    private static ImmutableArray<ReportCell> Row(Question question, ReportWords words) =>
    [
        ReportCell.Of(question.Code),
        ReportCell.Of(question.AreaCode ?? ""),
        ReportCell.Of(words.Kind(question.Kind)),
        ReportCell.Of(question.Text.In(words.Language)),
        question.Scale is { } scale ? ReportCell.Of(NumberText.Scale(scale)) : ReportCell.Nothing,
        ReportCell.Of(string.Join("; ", Values(question, words).Select(value => $"{ValueName(question, value)} = {value.Label}"))),
        ReportCell.Of(words[question.AllowsCantSay || question.Options.Any(option => option.IsCantSay)
            ? ReportTexts.MissingWithCantSay : ReportTexts.MissingEmpty]),
        ReportCell.Of(question.Condition is { } condition ? Base(condition) : words[ReportTexts.Everybody]),
    ];

    /// <summary>Whom a question was asked, in the codes of the codebook and signs that need no translation.</summary>
    private static string Base(DisplayCondition condition) => condition.Operator switch
    {
        ConditionOperator.AnyOf => $"{condition.QuestionCode} = {string.Join(" / ", condition.Values)}",
        ConditionOperator.NoneOf => $"{condition.QuestionCode} ≠ {string.Join(" / ", condition.Values)}",
        _ => $"{condition.QuestionCode} ≠ –",
    };

    /// <summary>In a question with several choices each option is a variable of its own: its code says more than its 1.</summary>
    private static string ValueName(Question question, (string Code, string Value, string Label) value) =>
        question.Kind == QuestionKind.Multiple ? value.Code : value.Value;

    internal static IEnumerable<(string Code, string Value, string Label)> Values(Question question, ReportWords words)
    {
        switch (question.Kind)
        {
            case QuestionKind.YesNo:
                return [(question.Code, "1", words[ReportTexts.Yes]), (question.Code, "0", words[ReportTexts.No])];
            case QuestionKind.Single:
                return question.Options.Where(option => !option.IsCantSay)
                    .Select(option => (question.Code, Text(option.Number), option.Label.In(words.Language)));
            case QuestionKind.Multiple:
                return question.Options.Where(option => !option.IsCantSay)
                    .Select(option => ($"{question.Code}.{option.Code}", "1", option.Label.In(words.Language)));
            default:
                (string Code, string Value, string Label)[] ends =
                [
                    (question.Code, Text(question.ScaleMinimum), question.MinimumLabel.In(words.Language)),
                    (question.Code, Text(question.ScaleMaximum), question.MaximumLabel.In(words.Language)),
                ];
                return ends.Where(end => end.Label.Length > 0);
        }

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
