namespace KassaSurvey.Application.Formatting;

/// <summary>How many decimals each kind of figure is shown with.</summary>
public static class Decimals
{
    /// <summary>A mean on an answer scale, and its change.</summary>
    public const int Mean = 2;

    /// <summary>An index of 0-100, and its change.</summary>
    public const int Index = 1;

    /// <summary>A share in percent.</summary>
    public const int Percent = 1;
}
