namespace KassaSurvey.Domain.Organisation;

/// <summary>A named property that divides members, and one of its values: region = Uusimaa. Copied to a response when it starts.</summary>
/// <param name="Name">The dividing property, for example "region".</param>
/// <param name="Value">One of its categories.</param>
public sealed record Segment(string Name, string Value)
{
    /// <summary>The longest name or value.</summary>
    public const int MaximumLength = 64;

    /// <summary>The most segments a response carries: more would single people out.</summary>
    public const int MaximumCount = 20;
}
