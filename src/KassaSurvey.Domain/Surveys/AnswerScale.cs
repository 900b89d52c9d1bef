using System.Globalization;

namespace KassaSurvey.Domain.Surveys;

/// <summary>A rating scale from <see cref="Minimum"/> to <see cref="Maximum"/> in whole steps; the higher the better.</summary>
public readonly record struct AnswerScale
{
    /// <summary>The highest bound a scale can have: answers are sealed as one byte, with the top values kept for the missing codes.</summary>
    public const int HighestBound = 100;

    /// <summary>Makes a scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not 0 &lt;= minimum &lt; maximum &lt;= 100.</exception>
    public AnswerScale(int minimum, int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minimum, maximum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximum, HighestBound);
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>The lowest answer.</summary>
    public int Minimum { get; }

    /// <summary>The highest answer.</summary>
    public int Maximum { get; }

    /// <summary>Maximum less minimum.</summary>
    public int Width => Maximum - Minimum;

    /// <summary>The usual rating scale, 1 to 7.</summary>
    public static AnswerScale OneToSeven => new(1, 7);

    /// <summary>The recommendation scale, 0 to 10.</summary>
    public static AnswerScale Recommendation => new(0, 10);

    /// <summary>The 0-100 scale of an index.</summary>
    public static AnswerScale Index => new(0, 100);

    /// <summary>True when the bounds make a scale.</summary>
    public static bool IsValid(int minimum, int maximum) => minimum >= 0 && minimum < maximum && maximum <= HighestBound;

    /// <summary>True when the answer is one of the scale's steps.</summary>
    public bool Contains(int answer) => answer >= Minimum && answer <= Maximum;

    /// <summary>A mean on this scale as index 0-100: (m - a) / (b - a) * 100 (statistics: scoring).</summary>
    public double ToIndex(double mean) => (mean - Minimum) / Width * 100;

    /// <summary>Index points as a distance on this scale: 2.5 points are 0.15 on 1-7.</summary>
    public double FromIndexPoints(double points) => points * Width / 100;

    /// <summary>Reads "1-7". Returns false for anything else.</summary>
    public static bool TryParse(string? text, out AnswerScale scale)
    {
        scale = default;
        var parts = text?.Split('-', StringSplitOptions.TrimEntries);
        if (parts is not [var low, var high]
            || !int.TryParse(low, NumberStyles.None, CultureInfo.InvariantCulture, out var minimum)
            || !int.TryParse(high, NumberStyles.None, CultureInfo.InvariantCulture, out var maximum)
            || !IsValid(minimum, maximum))
        {
            return false;
        }

        scale = new(minimum, maximum);
        return true;
    }

    /// <summary>For example "1-7".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minimum}-{Maximum}");
}
