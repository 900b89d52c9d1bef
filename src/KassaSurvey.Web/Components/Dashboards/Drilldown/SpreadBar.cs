using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Dashboards.Drilldown;

/// <summary>The share of one answer.</summary>
/// <param name="Name">The answer.</param>
/// <param name="Share">Share 0-1 this year; null when unknown.</param>
/// <param name="Compared">Share 0-1 in the compared year; null when unknown.</param>
public sealed record SpreadBar(string Name, double? Share, double? Compared)
{
    /// <summary>True for can't say, whose share has another base than the others.</summary>
    public bool IsApart { get; init; }

    /// <summary>The answers of a question, highest grade first, can't say last; empty when the spread may not be shown.</summary>
    /// <param name="result">The question's result.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cantSay">How can't say is called.</param>
    public static IReadOnlyList<SpreadBar> Of(QuestionResult result, string language, string cantSay)
    {
        var (current, compared) = (result.Current.Value, Comparable(result));
        if (current is null)
        {
            return [];
        }

        List<SpreadBar> bars = current switch
        {
            { Distribution: { Length: > 0 } spread, Scale: { } scale } =>
            [
                .. spread.Select((share, step) => new SpreadBar(
                    NameOf(result.Question, scale, scale.Minimum + step, language), share, At(compared?.Distribution ?? [], step))).Reverse(),
            ],
            { Options.Length: > 0 } =>
            [
                .. current.Options.Select(option => new SpreadBar(
                    result.Question.Option(option.Code)?.Label.In(language) ?? option.Code,
                    option.Share,
                    compared?.Options.FirstOrDefault(other => other.Code == option.Code)?.Share)),
            ],
            _ => [],
        };
        if (bars.Count > 0 && (current.CantSay > 0 || compared?.CantSay > 0))
        {
            bars.Add(new(cantSay, current.CantSayShare, compared?.CantSayShare) { IsApart = true });
        }

        return bars;
    }

    /// <summary>True when the compared year's spread can stand beside this year's.</summary>
    public static bool HasCompared(QuestionResult result) =>
        Comparable(result) is { } compared && (compared.Distribution.Length > 0 || compared.Options.Length > 0);

    private static Measurement? Comparable(QuestionResult result) =>
        result.Compared?.Value is { IsPublished: false } compared && compared.Scale == result.Current.Value?.Scale ? compared : null;

    private static double? At(IReadOnlyList<double> shares, int step) => step < shares.Count ? shares[step] : null;

    private static string NameOf(Question question, AnswerScale scale, int value, string language)
    {
        var label = value == scale.Minimum ? question.MinimumLabel : value == scale.Maximum ? question.MaximumLabel : null;
        return label is null ? $"{value}" : $"{value} {label.In(language)}";
    }
}
