using System.Globalization;
using KassaSurvey.Application.Features.Imports;
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
        ["Reports.NoAnswers"] = "A file of the format {0} holds answers row by row: choose a closed wave whose answers are here, without --where.",
        ["Results.NothingYet"] = "The survey '{0}' has no results yet.",
        ["Drivers.UnknownTarget"] = "There is no rating question '{0}' in this wave. Known: {1}.",
        ["Drivers.NoAnswers"] = "Of {0} only published figures are known: there are no answers to analyse.",
        ["Drivers.OutsideScale"] = "{0}, column {1}: there are values outside the scale {2}.",
        ["Drivers.NamedTwice"] = "The column '{0}' is named twice.",
        ["Breakdown.Filtered"] = "A breakdown is of everybody: leave --where and --without-careless out.",
        ["Breakdown.Segments"] = "--by takes one segment, or {0} different ones.",
        ["Breakdown.NoAnswers"] = "Only published figures are known of {0}; they cannot be broken down.",
        ["Population.UnknownSegment"] = "There is no segment '{0}' in these answers. Known: {1}.",
        ["Population.UnknownValue"] = "There is no '{0}' in the segment '{1}'. Known: {2}.",
        ["Letter.NoSuchWave"] = "There is no such wave: check fund, survey and year.",
        ["Letter.WaveClosed"] = "The wave is closed: nobody can answer it any more.",
        ["Wave.NotClosed"] = "Only a closed wave can be sealed.",
        ["Analysis.BadFile"] = "{0}: {1}",
        ["Analysis.UnknownColumn"] = "{0}: there is no column '{1}'. Known: {2}.",
        ["Analysis.UnknownColumnNear"] = "{0}: there is no column '{1}'. Did you mean '{2}'?",
        ["Analysis.LeftOut"] = "{0}: left out: {1}",
        ["Analysis.MoreLeftOut"] = "{0}: left out: {1} more.",
        ["Analysis.NoWeight"] = "{0}: no weight in the column '{1}' is above 0.",
        ["Analysis.NotTwoWaves"] = "{0}: the column '{1}' does not hold the two waves to compare. It holds: {2}. Choose with --between OLD,NEW.",
        ["Analysis.UnknownItem"] = "The wave has no question '{0}' with a mean. Known: {1}.",
        ["Analysis.UnknownItemNear"] = "The wave has no question '{0}' with a mean. Did you mean '{1}'?",
        ["Analysis.NothingToCompare"] = "There is no other year to compare {0} with.",
        ["Analysis.TooFewToTest"] = "{0}: a wave has fewer than two answers, so nothing is tested.",
        ["Analysis.RepeatedIds"] = "{0}: {1} ids stand on several rows; the rows of an id count as one person's.",
        ["Analysis.NoTotal"] = "All totals of '{0}' are 0.",
        ["Analysis.UnknownVariable"] = "The wave has no segment '{0}'. Known: {1}.",
        ["Analysis.UnknownVariableNear"] = "The wave has no segment '{0}'. Did you mean '{1}'?",
        ["Analysis.WithoutRespondents"] = "{0}: nobody answered in these categories of the margins: {1}. Merge them with others.",
        ["Analysis.WithoutTotal"] = "{0}: these categories have respondents and no total in the margins: {1}. Add their totals; an empty category stands for 'not known'.",
        ["Analysis.MergeCategory"] = "{0}: merge '{1}' with another category: it has fewer than 20 respondents, or its weights would have to change more than threefold.",
        ["Analysis.TotalsDiffer"] = "The variables have different totals; all were scaled to that of '{0}'.",
        ["Analysis.NotReproduced"] = "The weights do not reproduce the margins: the largest deviation is {0:P2}.",
        ["Analysis.TooFewRespondents"] = "Too few have answered to say anything.",
        ["Analysis.BadReason"] = "Say why the version is made, in at most {0} characters.",
        ["Analysis.BadCode"] = "{0}: line {1}, column {2}, value \"{3}\": This is no final disposition code such as 1.0, 2.11 or 3.19.",
        ["Analysis.NobodyAsked"] = "Nobody was asked: there is nothing to compute a rate from.",
        ["Analysis.InvitedUnknown"] = "The wave of {0} does not say how many were invited. Say it with --invited.",
        ["Analysis.FewerInvited"] = "{0} invited are fewer than the {1} who reacted.",
    };

    /// <summary>One line per error; an error without a sentence shows its code and arguments.</summary>
    public static string Of(IEnumerable<Error> errors) => string.Join(Environment.NewLine, errors.Select(error =>
        Sentences.TryGetValue(error.Code, out var sentence)
            ? string.Format(CultureInfo.InvariantCulture, sentence, [.. error.Arguments.Select(Argument)])
            : error.ToString()));

    private static object? Argument(object? argument) =>
        argument is ImportIssue issue ? ImportIssueText.Of(issue, CultureInfo.InvariantCulture) : argument;
}
