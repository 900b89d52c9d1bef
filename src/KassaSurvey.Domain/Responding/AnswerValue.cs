namespace KassaSurvey.Domain.Responding;

/// <summary>The three ways an asked question can stand; a question that was never shown has no answer at all.</summary>
public enum AnswerState
{
    /// <summary>A value was given.</summary>
    Given = 1,

    /// <summary>"Can't say": counted as its own share, never in a mean or its base.</summary>
    CantSay = 2,

    /// <summary>Shown and left empty.</summary>
    LeftEmpty = 3,
}

/// <summary>What a member answered to one question.</summary>
/// <param name="State">Given, can't say, or left empty.</param>
/// <param name="Code">The rating, 1/0 for yes/no, the option's number, or the chosen options as bits (bit n-1 = option n).</param>
/// <param name="Number">The value of a number question, else null.</param>
/// <param name="Text">The member's own words, else null.</param>
public readonly record struct AnswerValue(AnswerState State, int Code, double? Number, string? Text)
{
    /// <summary>Can't say.</summary>
    public static AnswerValue CantSay => new(AnswerState.CantSay, 0, null, null);

    /// <summary>Shown and left empty.</summary>
    public static AnswerValue LeftEmpty => new(AnswerState.LeftEmpty, 0, null, null);

    /// <summary>A rating, a yes (1) or no (0), or one option's number.</summary>
    public static AnswerValue Of(int code) => new(AnswerState.Given, code, null, null);

    /// <summary>A number.</summary>
    public static AnswerValue OfNumber(double number) => new(AnswerState.Given, 0, number, null);

    /// <summary>Words.</summary>
    public static AnswerValue OfText(string text) => new(AnswerState.Given, 0, null, text);

    /// <summary>A set of options.</summary>
    /// <param name="numbers">Option numbers, 1 to 30.</param>
    public static AnswerValue OfChoices(IEnumerable<int> numbers)
    {
        var bits = 0;
        foreach (var number in numbers)
        {
            bits |= 1 << (number - 1);
        }

        return Of(bits);
    }

    /// <summary>True when the option is among the chosen ones.</summary>
    public bool HasChoice(int number) => (Code & (1 << (number - 1))) != 0;
}
