using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>A column of the answers as statistics programs know it.</summary>
/// <param name="Name">The column's name: the question's code, or code and option.</param>
/// <param name="Label">The question in the report's language.</param>
/// <param name="Measure">What its numbers mean.</param>
/// <param name="Values">What each value is called; values without a name are left out.</param>
/// <param name="AllowsCantSay">True when "can't say" can stand in it.</param>
public sealed record ResponseVariable(
    string Name, string Label, MeasureLevel Measure, ImmutableArray<ResponseVariable.NamedValue> Values, bool AllowsCantSay)
{
    /// <summary>The name of the weights' column.</summary>
    public const string Weight = "weight";

    /// <summary>True for the weights, which every response has.</summary>
    public bool IsWeight => Name == Weight;

    /// <summary>The name of the years' column, in files of several.</summary>
    public const string Year = "year";

    /// <summary>What stands before the name of a segment's column.</summary>
    public const string SegmentPrefix = "segment_";

    /// <summary>True for what was asked; the year, segments and weights were not.</summary>
    public bool IsQuestion => !IsWeight && Name != Year && !IsSegment;

    /// <summary>True for what the fund knew of the member.</summary>
    public bool IsSegment => Name.StartsWith(SegmentPrefix, StringComparison.Ordinal);

    /// <summary>Decimals to show.</summary>
    public int Decimals => Measure == MeasureLevel.Scale && Name != Year ? 2 : 0;

    /// <summary>True for codes, among which two say why there is no answer. Every number of an amount is an amount.</summary>
    public bool IsCoded => Measure != MeasureLevel.Scale;

    /// <summary>The service area of a rating; empty otherwise.</summary>
    public string Area { get; init; } = "";

    /// <summary>The scale of a rating; null otherwise.</summary>
    public AnswerScale? Scale { get; init; }

    /// <summary>The question and the option, where each option of a question has a column of its own; null otherwise.</summary>
    public Choice? ChoiceOf { get; init; }

    /// <summary>An option of a question with several choices.</summary>
    /// <param name="Code">The question's code, as the columns have it.</param>
    /// <param name="Question">The question in the report's language.</param>
    /// <param name="Option">The option in the report's language.</param>
    public sealed record Choice(string Code, string Question, string Option);

    /// <summary>A value and what it is called.</summary>
    public sealed record NamedValue(double Value, string Label);

    /// <summary>The variables of the answers' columns, in their order.</summary>
    internal static ImmutableArray<ResponseVariable> Of(ResponseValues values, IEnumerable<Question> questions, ReportWords words)
    {
        var known = new Dictionary<string, ResponseVariable>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            foreach (var variable in Of(question, words))
            {
                known[variable.Name] = variable;
            }
        }

        return [.. values.Columns.Select(name => known.GetValueOrDefault(name) ?? WeightIn(words))];
    }

    /// <summary>The variables of a question.</summary>
    internal static IEnumerable<ResponseVariable> Of(Question question, ReportWords words) => ColumnsOf(question).Select(column => new ResponseVariable(
        column.Name,
        column.Option is null ? question.Text.In(words.Language) : $"{question.Text.In(words.Language)}: {column.Option.Label.In(words.Language)}",
        LevelOf(question.Kind),
        column.Option is null ? NamesOf(question, words) : [new(1, words[ReportTexts.Yes]), new(0, words[ReportTexts.No])],
        question.AllowsCantSay || question.Options.Any(other => other.IsCantSay))
    {
        Area = question.CountsInItsArea ? question.AreaCode! : "", Scale = question.IsRating ? question.Scale : null,
        ChoiceOf = column.Option is null ? null : new(question.Code, question.Text.In(words.Language), column.Option.Label.In(words.Language)),
    });

    /// <summary>The weights.</summary>
    internal static ResponseVariable WeightIn(ReportWords words) => new(Weight, words[ReportTexts.AboutWeight], MeasureLevel.Scale, [], AllowsCantSay: false);

    private static IEnumerable<(string Name, AnswerOption? Option)> ColumnsOf(Question question) => question.Kind == QuestionKind.Multiple
        ? question.Options.Where(option => !option.IsCantSay).Zip(ResponseValues.ColumnsOf(question), (option, name) => (name, (AnswerOption?)option))
        : ResponseValues.ColumnsOf(question).Select(name => (name, (AnswerOption?)null));

    private static MeasureLevel LevelOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Scale or QuestionKind.Recommendation => MeasureLevel.Ordinal,
        QuestionKind.Number => MeasureLevel.Scale,
        _ => MeasureLevel.Nominal,
    };

    private static ImmutableArray<NamedValue> NamesOf(Question question, ReportWords words) =>
    [
        .. CodebookTables.Values(question, words)
            .Select(value => new NamedValue(double.Parse(value.Value, CultureInfo.InvariantCulture), value.Label)).DistinctBy(value => value.Value),
    ];
}

/// <summary>What a variable's numbers mean.</summary>
public enum MeasureLevel
{
    /// <summary>Names of categories.</summary>
    Nominal = 1,

    /// <summary>An order.</summary>
    Ordinal = 2,

    /// <summary>Amounts.</summary>
    Scale = 3,
}
