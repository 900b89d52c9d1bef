using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>What can stop an analysis of a wave or of a file, and what it warns of.</summary>
public static class AnalysisErrors
{
    // The file.

    /// <summary>A line of the file, or the file as a whole, cannot be read.</summary>
    public static Error BadFile(string file, ImportIssue issue) => Error.Of("Analysis.BadFile", file, issue);

    /// <summary>No such column, and none is nearly so called.</summary>
    public static Error UnknownColumn(string file, string column, string known) => Error.Of("Analysis.UnknownColumn", file, column, known);

    /// <summary>No such column; another is nearly so called.</summary>
    public static Error UnknownColumnNear(string file, string column, string nearest) =>
        Error.Of("Analysis.UnknownColumnNear", file, column, nearest);

    /// <summary>Warning: a cell that was left out.</summary>
    public static Error LeftOut(string file, ImportIssue issue) => Error.Of("Analysis.LeftOut", file, issue);

    /// <summary>Warning: further cells were left out.</summary>
    public static Error MoreLeftOut(string file, int cells) => Error.Of("Analysis.MoreLeftOut", file, cells);

    /// <summary>No row has a weight above 0.</summary>
    public static Error NoWeight(string file, string column) => Error.Of("Analysis.NoWeight", file, column);

    // The comparison.

    /// <summary>The column does not hold the two waves.</summary>
    public static Error NotTwoWaves(string file, string column, string found) => Error.Of("Analysis.NotTwoWaves", file, column, found);

    /// <summary>The wave asks no such question that has a mean.</summary>
    public static Error UnknownItem(string item, string known) => Error.Of("Analysis.UnknownItem", item, known);

    /// <summary>The wave asks no such question; another is nearly so called.</summary>
    public static Error UnknownItemNear(string item, string nearest) => Error.Of("Analysis.UnknownItemNear", item, nearest);

    /// <summary>There is no earlier year to compare with.</summary>
    public static Error NothingToCompare(int year) => Error.Of("Analysis.NothingToCompare", year);

    /// <summary>Warning: one wave has fewer than two answers to the item, so nothing can be tested.</summary>
    public static Error TooFewToTest(string item) => Error.Of("Analysis.TooFewToTest", item);

    /// <summary>Warning: some members have several rows in a wave.</summary>
    public static Error RepeatedIds(string wave, int members) => Error.Of("Analysis.RepeatedIds", wave, members);

    // The weights.

    public static Error NoTotal(string variable) => Error.Of("Analysis.NoTotal", variable);

    /// <summary>The wave has no such segment.</summary>
    public static Error UnknownVariable(string variable, string known) => Error.Of("Analysis.UnknownVariable", variable, known);

    /// <summary>The wave has no such segment; another is nearly so called.</summary>
    public static Error UnknownVariableNear(string variable, string nearest) => Error.Of("Analysis.UnknownVariableNear", variable, nearest);

    /// <summary>Categories with a total and without respondents.</summary>
    public static Error WithoutRespondents(string variable, string categories) => Error.Of("Analysis.WithoutRespondents", variable, categories);

    /// <summary>Categories with respondents and without a total.</summary>
    public static Error WithoutTotal(string variable, string categories) => Error.Of("Analysis.WithoutTotal", variable, categories);

    /// <summary>Warning: a category with few respondents or a large adjustment.</summary>
    public static Error MergeCategory(string variable, string category) => Error.Of("Analysis.MergeCategory", variable, category);

    /// <summary>Warning: totals differ and were scaled to the first variable's.</summary>
    public static Error TotalsDiffer(string first) => Error.Of("Analysis.TotalsDiffer", first);

    /// <summary>Warning: the weights do not reproduce the margins.</summary>
    public static Error NotReproduced(double largestDeviation) => Error.Of("Analysis.NotReproduced", largestDeviation);

    /// <summary>Too few respondents to say anything.</summary>
    public static Error TooFewRespondents { get; } = Error.Of("Analysis.TooFewRespondents");

    /// <summary>Nothing, or the same thing twice, is chosen to weight to.</summary>
    public static Error NoMargins { get; } = Error.Of("Analysis.NoMargins");

    /// <summary>The bounds of the weights do not lie on both sides of the mean.</summary>
    public static Error BadTrim { get; } = Error.Of("Analysis.BadTrim");

    /// <summary>The register was not counted by these segments when the sample was drawn, or answers do not carry them.</summary>
    public static Error NotInRegister(string segments) => Error.Of("Analysis.NotInRegister", segments);

    /// <summary>A margin has more categories than anybody can look at.</summary>
    public static Error TooManyCategories(string margin, int categories, int most) => Error.Of("Analysis.TooManyCategories", margin, categories, most);

    /// <summary>A category has members and no answers, or answers and no members: it must be merged first.</summary>
    public static Error EmptyCategories { get; } = Error.Of("Analysis.EmptyCategories");

    /// <summary>The reason of a sealed version is empty or too long.</summary>
    public static Error BadReason(int longest) => Error.Of("Analysis.BadReason", longest);

    // The outcomes.

    /// <summary>A cell that is no final disposition code.</summary>
    public static Error BadCode(string file, int line, string column, string code) => Error.Of("Analysis.BadCode", file, line, column, code);

    /// <summary>Nobody was asked.</summary>
    public static Error NobodyAsked { get; } = Error.Of("Analysis.NobodyAsked");

    /// <summary>The wave does not say how many were invited.</summary>
    public static Error InvitedUnknown(int year) => Error.Of("Analysis.InvitedUnknown", year);

    /// <summary>Fewer were invited than have answered.</summary>
    public static Error FewerInvited(int invited, int known) => Error.Of("Analysis.FewerInvited", invited, known);
}
