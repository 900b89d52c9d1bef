using System.Globalization;
using System.Text;
using System.Xml;

namespace KassaSurvey.Infrastructure.Imports;

/// <summary>The rows of a sheet, one at a time. Every row has as many cells as the first one that has any.</summary>
internal sealed class SheetRows(XmlReader xml, SharedTexts shared, DateStyles dates, int mostColumns)
{
    private readonly StringBuilder _text = new();
    private int _width;

    /// <summary>The current row's number in the sheet, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its cells.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>Goes to the next row.</summary>
    public bool Read()
    {
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            var given = xml.GetAttribute("r");
            var number = given is null ? Number + 1 : int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture);
            // A sheet whose rows go backwards could be made to write without end.
            Number = number > Number && number <= 1_048_576 ? number : throw new FormatException("Rows are out of order.");
            Cells.Clear();
            if (!xml.IsEmptyElement)
            {
                ReadCells();
            }

            Fit();
            return true;
        }

        return false;
    }

    private void ReadCells()
    {
        while (xml.Read() && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "row" })
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : Cells.Count;
            var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
            var value = xml.IsEmptyElement ? "" : ReadValue();
            if (column >= mostColumns)
            {
                continue;
            }

            while (Cells.Count <= column)
            {
                Cells.Add("");
            }

            Cells[column] = Text(type, style, value);
        }
    }

    /// <summary>The text of the value or of the inline string; the formula beside it is not read.</summary>
    private string ReadValue()
    {
        _text.Clear();
        var wanted = false;
        while (xml.Read() && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "c" })
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when !xml.IsEmptyElement:
                    wanted = xml.LocalName is "v" or "t";
                    break;
                case XmlNodeType.EndElement:
                    wanted = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when wanted:
                    _text.Append(xml.Value);
                    break;
            }
        }

        return _text.ToString();
    }

    private string Text(string? type, string? style, string value) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? shared[index] : "",
        null or "n" when value.Length > 0 => dates.Text(style, value),
        _ => value,
    };

    private void Fit()
    {
        if (_width == 0)
        {
            _width = Cells.FindLastIndex(cell => cell.Length > 0) + 1;
        }

        // Cells beyond the headings that hold something stay, so that they are told of.
        while (Cells.Count > _width && Cells[^1].Length == 0)
        {
            Cells.RemoveAt(Cells.Count - 1);
        }

        while (Cells.Count > 0 && Cells.Count < _width)
        {
            Cells.Add("");
        }
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetter(letter) || column > 20_000)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return Math.Max(0, column - 1);
    }
}
