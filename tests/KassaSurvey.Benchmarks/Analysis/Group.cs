namespace KassaSurvey.Benchmarks.Analysis;

/// <summary>Whom the readings are of.</summary>
public enum Group
{
    /// <summary>Every response.</summary>
    Everybody,

    /// <summary>Two conditions, about a fifteenth of the responses.</summary>
    Few,

    /// <summary>One condition with four values, four fifths of the responses scattered over the wave.</summary>
    Most,
}
