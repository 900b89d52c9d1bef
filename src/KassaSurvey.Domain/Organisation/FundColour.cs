using System.Globalization;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Organisation;

/// <summary>
/// A fund's own colour on the members' pages. The rule: white text on it must have a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3),
/// so that buttons can be filled with it. The other tones that pages need follow from it, each changed just far enough to keep 4.5 to 1:
/// mixed with black for links on the light ground (<see cref="OnPaper"/>), brightened in its own hue and then mixed with white for the dark
/// scheme (<see cref="InDark"/>). So every colour that is
/// accepted can be used in both schemes.
/// </summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct FundColour(byte Red, byte Green, byte Blue)
{
    /// <summary>The least contrast of text, as a ratio to one (WCAG 2.2, success criterion 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    private const int Steps = 20;

    /// <summary>White: cards, and text on the colour.</summary>
    public static FundColour White { get; } = new(255, 255, 255);

    /// <summary>Black.</summary>
    public static FundColour Black { get; } = new(0, 0, 0);

    /// <summary>The ground of the members' pages in the light scheme.</summary>
    public static FundColour Paper { get; } = new(0xf5, 0xf4, 0xf0);

    /// <summary>The cards of the members' pages in the dark scheme; the ground there is darker still.</summary>
    public static FundColour DarkCard { get; } = new(0x1b, 0x23, 0x2a);

    /// <summary>Contrast of white text on the colour.</summary>
    public double ContrastOnWhite => ContrastWith(White);

    /// <summary>True when white text can stand on it.</summary>
    public bool IsDarkEnough => ContrastOnWhite >= LeastContrast;

    /// <summary>The colour as text on the light ground: mixed with black where it is too pale for that.</summary>
    public FundColour OnPaper => Towards(Black, Paper);

    /// <summary>The colour in the dark scheme: as bright as it must be to stand out from the cards.</summary>
    public FundColour InDark => Towards(Brightest, DarkCard) is var bright && bright.ContrastWith(DarkCard) >= LeastContrast
        ? bright
        : Brightest.Towards(White, DarkCard);

    /// <summary>The same hue with its strongest part at its limit; mixing with white alone would turn every colour grey.</summary>
    private FundColour Brightest => Math.Max(Red, Math.Max(Green, Blue)) is > 0 and var most
        ? new((byte)(Red * 255 / most), (byte)(Green * 255 / most), (byte)(Blue * 255 / most))
        : White;

    /// <summary>WCAG's relative luminance, 0 for black to 1 for white.</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads a colour written as <c>#rrggbb</c>.</summary>
    /// <returns>The colour, or <c>Face.NotAColour</c> or <c>Face.TooPale</c> with the contrast it has.</returns>
    public static Result<FundColour> Parse(string text)
    {
        if (text is not ['#', _, _, _, _, _, _]
            || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return FaceErrors.NotAColour;
        }

        var colour = new FundColour((byte)(number >> 16), (byte)(number >> 8), (byte)number);
        return colour.IsDarkEnough ? colour : FaceErrors.TooPale(colour.ContrastOnWhite);
    }

    /// <summary>The contrast of two colours: 1 for the same, 21 for black and white (WCAG 2.2).</summary>
    public double ContrastWith(FundColour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>This colour with a share (0 to 1) of another.</summary>
    public FundColour Mixed(FundColour other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static byte Mix(byte one, byte other, double share) => (byte)Math.Clamp(one + ((other - one) * share) + 0.5, 0, 255);

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private FundColour Towards(FundColour end, FundColour ground)
    {
        for (var step = 0; step < Steps; step++)
        {
            if (Mixed(end, (double)step / Steps) is var mixed && mixed.ContrastWith(ground) >= LeastContrast)
            {
                return mixed;
            }
        }

        return end;
    }
}
