using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Two waves item by item: unrounded, absent figures null. The shape of the <c>compare</c> verb.</summary>
/// <param name="Current">What the current wave is called: a year, a file or a value of the wave column.</param>
/// <param name="Previous">What it is compared with.</param>
/// <param name="Test">Which test was made.</param>
/// <param name="Adjust">How the p-values are adjusted; all items are one family.</param>
/// <param name="Weighted">Whether responses carry weights.</param>
/// <param name="MembersInBoth">Members with a row in both waves; null when members are not known.</param>
/// <param name="Items">The items, in the order asked for.</param>
/// <param name="Warnings">What to know before using them.</param>
public sealed record ComparisonDocument(
    string Current,
    string Previous,
    ComparisonTest Test,
    PValueAdjustment Adjust,
    bool Weighted,
    int? MembersInBoth,
    IReadOnlyList<ComparisonDocument.Item> Items,
    IReadOnlyList<Error> Warnings)
{
    /// <summary>One item in both waves.</summary>
    public sealed record Item(string Code)
    {
        public required string? Scale { get; init; }

        /// <summary>Half-width of "unchanged" on the item's scale.</summary>
        public required double? Margin { get; init; }

        public required Side Current { get; init; }

        public required Side Previous { get; init; }

        public required double? Difference { get; init; }

        public required double? IndexDifference { get; init; }

        public required double? Se { get; init; }

        public required double? Df { get; init; }

        public required double? P { get; init; }

        public required double? PAdjusted { get; init; }

        public required IReadOnlyList<double>? Ci95 { get; init; }

        public required double? EquivalenceP { get; init; }

        /// <summary>Null where a figure is hidden or missing.</summary>
        public required Verdict? Verdict { get; init; }

        public required double? CohenD { get; init; }

        public required double? HedgesG { get; init; }
    }

    /// <summary>An item in one wave.</summary>
    /// <param name="N">Valid answers; null when hidden.</param>
    /// <param name="Mean">Weighted mean.</param>
    /// <param name="Sd">Standard deviation of the answers.</param>
    /// <param name="Se">Standard error of the mean.</param>
    /// <param name="Suppressed">Why the figure is hidden, or null.</param>
    public sealed record Side(long? N, double? Mean, double? Sd, double? Se, SuppressionReason? Suppressed);
}

/// <summary>Which test of a difference.</summary>
public enum ComparisonTest
{
    /// <summary>Independent waves, each with its own variance.</summary>
    Welch = 1,

    /// <summary>Stacked waves with the member as the sampling unit: those who answered twice are neither dropped nor counted twice.</summary>
    SharedMembers = 2,
}
