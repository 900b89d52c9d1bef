using System.Globalization;

namespace KassaSurvey.Domain.Primitives;

/// <summary>The year a wave reports on.</summary>
public readonly record struct ReportingYear : IComparable<ReportingYear>
{
    /// <summary>The earliest year accepted.</summary>
    public const int Earliest = 1990;

    /// <summary>The latest year accepted.</summary>
    public const int Latest = 2100;

    /// <summary>Makes a reporting year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside <see cref="Earliest"/> to <see cref="Latest"/>.</exception>
    public ReportingYear(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Latest);
        Value = value;
    }

    /// <summary>The calendar year.</summary>
    public int Value { get; }

    /// <summary>The year before.</summary>
    public ReportingYear Previous => new(Value - 1);

    /// <summary>True when the number can be a reporting year.</summary>
    public static bool IsValid(int value) => value is >= Earliest and <= Latest;

    /// <inheritdoc />
    public int CompareTo(ReportingYear other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Earlier than.</summary>
    public static bool operator <(ReportingYear left, ReportingYear right) => left.Value < right.Value;

    /// <summary>Later than.</summary>
    public static bool operator >(ReportingYear left, ReportingYear right) => left.Value > right.Value;

    /// <summary>Not later than.</summary>
    public static bool operator <=(ReportingYear left, ReportingYear right) => left.Value <= right.Value;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(ReportingYear left, ReportingYear right) => left.Value >= right.Value;
}
