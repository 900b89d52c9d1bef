namespace KassaSurvey.Application.Features.Reports;

/// <summary>A cell of a report's table. Each writer formats it in its own way; none can reach behind it.</summary>
public abstract record ReportCell
{
    private ReportCell()
    {
    }

    /// <summary>Nothing to show.</summary>
    public static ReportCell Nothing { get; } = new Empty();

    /// <summary>There is a figure that must not be shown.</summary>
    public static ReportCell Suppressed { get; } = new Hidden();

    /// <summary>A number, or nothing when it is null or undefined.</summary>
    public static ReportCell Of(double? value, int decimals, NumberStyle style = NumberStyle.Plain) =>
        value is { } number && double.IsFinite(number) ? new Number(number, decimals, style) : Nothing;

    /// <summary>A whole number of something.</summary>
    public static ReportCell Of(long count) => new Number(count, 0, NumberStyle.Count);

    /// <summary>A text, or nothing when it is empty.</summary>
    public static ReportCell Of(string text) => text.Length == 0 ? Nothing : new Text(text);

    /// <summary>A number, unrounded.</summary>
    /// <param name="Value">The value; shares are 0-1.</param>
    /// <param name="Decimals">How many decimals to show.</param>
    /// <param name="Style">How to show it.</param>
    public sealed record Number(double Value, int Decimals, NumberStyle Style) : ReportCell
    {
        /// <summary>True when few answers stand behind it and no note beside it can say so: readers see a mark.</summary>
        public bool IsFew { get; init; }
    }

    /// <summary>Two ends of an interval, unrounded.</summary>
    public sealed record Interval(double Lower, double Upper, int Decimals, NumberStyle Style) : ReportCell;

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : ReportCell;

    /// <summary>Hidden to protect those who answered.</summary>
    public sealed record Hidden : ReportCell;

    /// <summary>Nothing.</summary>
    public sealed record Empty : ReportCell;
}

/// <summary>How a number is shown.</summary>
public enum NumberStyle
{
    /// <summary>6,23.</summary>
    Plain,

    /// <summary>With its sign: +0,21.</summary>
    Signed,

    /// <summary>A share 0-1 shown as 51,9 %.</summary>
    Percent,

    /// <summary>1 025.</summary>
    Count,

    /// <summary>2020.</summary>
    Year,

    /// <summary>A p-value.</summary>
    Probability,
}
