using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>Which text of a questionnaire.</summary>
public enum TextPart
{
    /// <summary>A service area's name.</summary>
    AreaName = 1,

    /// <summary>The question itself.</summary>
    Question = 2,

    /// <summary>The sentence before several questions.</summary>
    Lead = 3,

    /// <summary>The word at the low end of the scale.</summary>
    MinimumLabel = 4,

    /// <summary>The word at the high end of the scale.</summary>
    MaximumLabel = 5,

    /// <summary>An option's label.</summary>
    Option = 6,
}

/// <summary>Names one text of a questionnaire: in translation files, in the log, and where it is stale.</summary>
/// <param name="Part">Which text.</param>
/// <param name="Code">The question's code, or the area's.</param>
/// <param name="OptionCode">The option's code; empty for other parts.</param>
public readonly record struct TextKey(TextPart Part, string Code, string OptionCode)
{
    /// <summary>The name of an area.</summary>
    public static TextKey Area(string code) => new(TextPart.AreaName, code, "");

    /// <summary>A text of a question other than an option's label.</summary>
    public static TextKey Of(string questionCode, TextPart part) => new(part, questionCode, "");

    /// <summary>The label of an option.</summary>
    public static TextKey Option(string questionCode, string optionCode) => new(TextPart.Option, questionCode, optionCode);

    /// <summary>Reads what <see cref="ToString"/> writes. Returns false for anything else.</summary>
    public static bool TryParse(string? text, out TextKey key)
    {
        key = default;
        var parts = (text ?? "").Split('.');
        if (parts.Length is not (2 or 3) || !Array.TrueForAll(parts[1..], CodeText.IsCode)
            || !Enum.TryParse<TextPart>(parts[0], ignoreCase: true, out var part) || !Enum.IsDefined(part) || char.IsDigit(parts[0][0])
            || part == TextPart.Option != (parts.Length == 3))
        {
            return false;
        }

        key = new(part, parts[1], parts.Length == 3 ? parts[2] : "");
        return true;
    }

    /// <summary>For example "Question.OVERALL", "Option.MATTER.BENEFIT" or "AreaName.PHONE".</summary>
    public override string ToString() => Part == TextPart.Option ? $"{Part}.{Code}.{OptionCode}" : $"{Part}.{Code}";
}
