namespace KassaSurvey.Domain.Sending;

/// <summary>How long a text message is: what a gateway charges by.</summary>
/// <param name="Characters">Characters, as the message's alphabet counts them.</param>
/// <param name="Parts">Messages it is sent as.</param>
/// <param name="IsUnicode">True when a letter outside the GSM alphabet makes all of them cost twice the room.</param>
/// <remarks>GSM 03.38: 160 characters in one part, 153 in each of several; 70 and 67 in UCS-2. The extension table's characters count twice.</remarks>
public readonly record struct SmsText(int Characters, int Parts, bool IsUnicode)
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    /// <summary>Measures a text.</summary>
    public static SmsText Measure(string text)
    {
        var septets = 0;
        foreach (var letter in text)
        {
            if (Basic.Contains(letter, StringComparison.Ordinal))
            {
                septets++;
            }
            else if (Extension.Contains(letter, StringComparison.Ordinal))
            {
                septets += 2;
            }
            else
            {
                return new(text.Length, PartsOf(text.Length, 70, 67), IsUnicode: true);
            }
        }

        return new(septets, PartsOf(septets, 160, 153), IsUnicode: false);
    }

    private static int PartsOf(int length, int single, int each) => length <= single ? Math.Min(length, 1) : (length + each - 1) / each;
}
