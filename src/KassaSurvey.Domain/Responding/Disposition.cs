namespace KassaSurvey.Domain.Responding;

/// <summary>How the asking of one person ended, in the groups that response rates are made of (statistics: response rates).</summary>
public enum Disposition
{
    /// <summary>I: answered.</summary>
    Complete = 1,

    /// <summary>P: answered in part.</summary>
    Partial = 2,

    /// <summary>R: refused, or broke off.</summary>
    Refusal = 3,

    /// <summary>NC: known to be eligible, not reached.</summary>
    NonContact = 4,

    /// <summary>O: eligible, no answer for another reason.</summary>
    Other = 5,

    /// <summary>UH: not known whether eligible.</summary>
    UnknownHousehold = 6,

    /// <summary>UO: not known whether eligible, for another reason; a returned message.</summary>
    UnknownOther = 7,

    /// <summary>Known not to be eligible; in no rate.</summary>
    NotEligible = 8,
}

/// <summary>Final disposition codes of AAPOR's Standard Definitions.</summary>
public static class Dispositions
{
    /// <summary>An answer that was not handed in counts as partial from this share of the ratings asked, below it as a break-off.</summary>
    public const double PartialFrom = 0.5;

    /// <summary>The group of a code such as 1.0, 1.2, 2.11, 2.20, 3.19 or 4.10; only the first decimal decides.</summary>
    /// <returns>False for anything that is no final disposition code.</returns>
    public static bool TryParse(string? code, out Disposition disposition)
    {
        // A program that takes the codes for numbers writes 1.0 as 1 and 2.20 as 2.2.
        disposition = code is [var only] ? Group(only, '0')
            : code is [var first, '.', var decimalPlace, .. var rest] && rest.Length <= 3 && rest.All(char.IsAsciiDigit) ? Group(first, decimalPlace)
            : default;
        return disposition != default;
    }

    /// <summary>The group of an answer that was begun and not handed in.</summary>
    /// <param name="answered">Ratings answered, "can't say" included.</param>
    /// <param name="asked">Ratings shown.</param>
    public static Disposition OfUnfinished(int answered, int asked) =>
        answered > 0 && answered >= PartialFrom * asked ? Disposition.Partial : Disposition.Refusal;

    private static Disposition Group(char first, char decimalPlace) => (first, decimalPlace) switch
    {
        ('1', '0' or '1') => Disposition.Complete,
        ('1', '2') => Disposition.Partial,
        ('2', '1') => Disposition.Refusal,
        ('2', '2') => Disposition.NonContact,
        ('2', '3') => Disposition.Other,
        ('3', '1') => Disposition.UnknownHousehold,
        ('3', >= '2' and <= '9') => Disposition.UnknownOther,
        ('4', >= '0' and <= '9') => Disposition.NotEligible,
        _ => default,
    };
}
