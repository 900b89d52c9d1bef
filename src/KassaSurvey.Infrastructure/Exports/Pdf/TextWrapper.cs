namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>Breaks text into lines of a width. A word too long for a line of its own is broken with a hyphen: Finnish has such words.</summary>
internal static class TextWrapper
{
    public static List<string> Wrap(string text, PdfType type, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, type, width)))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && type.WidthOf(longer) > width)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = longer;
            }

            lines.Add(line);
        }

        return lines;
    }

    private static IEnumerable<string> Pieces(string word, PdfType type, double width)
    {
        while (type.WidthOf(word) > width && word.Length > 4)
        {
            var length = word.Length - 1;
            while (length > 3 && type.WidthOf(word[..length] + "-") > width)
            {
                length--;
            }

            yield return word[..length] + "-";
            word = word[length..];
        }

        yield return word;
    }
}
