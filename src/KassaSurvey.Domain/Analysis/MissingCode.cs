namespace KassaSurvey.Domain.Analysis;

/// <summary>How the three kinds of missing stand in a byte column; ratings use 0 to 100, option numbers 1 to 30.</summary>
public static class MissingCode
{
    /// <summary>Can't say.</summary>
    public const byte CantSay = 253;

    /// <summary>Shown and left empty.</summary>
    public const byte LeftEmpty = 254;

    /// <summary>Never shown.</summary>
    public const byte NotAsked = 255;

    /// <summary>The same three as negative numbers, for columns of option sets.</summary>
    public static int AsChoices(byte code) => code - 256;
}
