using System.Text.RegularExpressions;

namespace KassaSurvey.Domain.Comments;

/// <summary>
/// Hides what would name a person in a comment: identity codes of the four countries, e-mail addresses, phone and account numbers. Members
/// are asked not to write them, and some do. Names cannot be found by rule: who reads comments must have the right to.
/// </summary>
public static partial class CommentMask
{
    /// <summary>What stands in the place of what was hidden.</summary>
    public const string Hidden = "[…]";

    private const string FinnishChecks = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    /// <summary>The comment with what would name a person replaced by <see cref="Hidden"/>.</summary>
    public static string Of(string comment)
    {
        // Phones turn a hyphen into a dash, and set spaces that do not break.
        var masked = Email().Replace(Dash().Replace(Space().Replace(comment, " "), "-"), Hidden);
        masked = FinnishCode().Replace(masked, match => IsFinnish(match.Value) ? Hidden : match.Value);
        masked = Iban().Replace(masked, Hidden);
        masked = NordicCode().Replace(masked, match => IsDanish(match.Value) || IsSwedish(match.Value) ? Hidden : match.Value);
        return Phone().Replace(masked, match => match.Value.Count(char.IsAsciiDigit) >= 8 && !Date().IsMatch(match.Value) ? Hidden : match.Value);
    }

    // ddmmyyCnnnX with a check character: the number of ddmmyynnn modulo 31.
    private static bool IsFinnish(string code)
    {
        var digits = Digits(code)[..9];
        return FinnishChecks[int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) % 31] == char.ToUpperInvariant(code[^1]) && IsDay(code[..2], code[2..4]);
    }

    // Danish numbers given since 2007 have no valid check digit, so a possible date is enough: ddmmyy-nnnn.
    private static bool IsDanish(string code) => Digits(code) is { Length: 10 } digits && IsDay(digits[..2], digits[2..4]);

    // (yy)yymmdd-nnnn with a Luhn digit over the last ten; a coordination number has 60 added to its day.
    private static bool IsSwedish(string code)
    {
        var all = Digits(code);
        if (all.Length is not (10 or 12))
        {
            return false;
        }

        var digits = all[^10..];
        var day = ((digits[4] - '0') * 10) + digits[5] - '0';
        if (!IsDay((day > 60 ? day - 60 : day).ToString("00", System.Globalization.CultureInfo.InvariantCulture), digits[2..4]))
        {
            return false;
        }

        var sum = digits.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(product => product > 9 ? product - 9 : product);
        return sum % 10 == 0;
    }

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));

    private static bool IsDay(string day, string month) =>
        int.TryParse(day, out var d) && int.TryParse(month, out var m) && d is >= 1 and <= 31 && m is >= 1 and <= 12;

    [GeneratedRegex(@"^(?:[0-9]{1,2}[./][0-9]{1,2}[./](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();

    [GeneratedRegex("[\u2010-\u2015\u2212]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dash();

    [GeneratedRegex("[\u00a0\u202f\u2007]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\p{N}])[0-9]{6} ?[-+A-FU-Ya-fu-y]? ?[0-9]{3} ?[0-9A-Za-z](?![\p{L}\p{N}])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FinnishCode();

    [GeneratedRegex(@"(?<![\p{N}])(?:19|20)?[0-9]{2}\.?[0-9]{2}\.?[0-9]{2}[ .+/-]{0,3}[0-9]{4}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NordicCode();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:FI|SE|DK)[0-9]{2}(?: ?[0-9]){12,22}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\+?[0-9](?:[ ()./-]{0,2}[0-9]){6,14}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();
}
