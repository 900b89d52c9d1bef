using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>The marks that charts share.</summary>
internal static class PdfMarks
{
    private const double Radius = 2.8;

    /// <summary>A point: filled for what is measured now, hollow for what is past or published. Told apart without colour.</summary>
    public static void DrawMark(this PdfPages pages, double x, double y, PdfColour colour, bool isFilled) =>
        pages.DrawCircle(colour, isFilled ? colour : PdfFace.White, 1.2, x, y, Radius);
}

/// <summary>A box on a page, in points from the top left corner.</summary>
internal readonly record struct PdfBox(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}
