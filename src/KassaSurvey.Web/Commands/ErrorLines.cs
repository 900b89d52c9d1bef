using System.Globalization;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Commands;

/// <summary>Expected errors as lines for standard error: what is wrong, where, and what there is instead.</summary>
public static class ErrorLines
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["Access.NotAllowed"] = "This is not allowed.",
        ["Wave.FundNotFound"] = "There is no fund '{0}'.",
        ["Wave.SurveyNotFound"] = "There is no survey '{0}' in this fund.",
        ["Wave.YearNotFound"] = "The survey '{0}' has no results for {1}.",
        ["Reports.UnknownLanguage"] = "There is no language '{0}'. Known: {1}.",
        ["Results.NothingYet"] = "The survey '{0}' has no results yet.",
        ["Breakdown.Filtered"] = "A breakdown is of everybody: leave --where out.",
        ["Breakdown.Segments"] = "--by takes one segment, or {0} different ones.",
        ["Breakdown.NoAnswers"] = "Only published figures are known of {0}; they cannot be broken down.",
        ["Population.UnknownSegment"] = "There is no segment '{0}' in these answers. Known: {1}.",
        ["Population.UnknownValue"] = "There is no '{0}' in the segment '{1}'. Known: {2}.",
    };

    /// <summary>One line per error; an error without a sentence shows its code and arguments.</summary>
    public static string Of(IEnumerable<Error> errors) => string.Join(Environment.NewLine, errors.Select(error =>
        Sentences.TryGetValue(error.Code, out var sentence)
            ? string.Format(CultureInfo.InvariantCulture, sentence, [.. error.Arguments])
            : error.ToString()));
}
