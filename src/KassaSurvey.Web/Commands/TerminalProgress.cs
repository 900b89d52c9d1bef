using System.Globalization;
using KassaSurvey.Application.Features.Imports;

namespace KassaSurvey.Web.Commands;

/// <summary>One line on standard error that shows how far an import is. A log gets no such line.</summary>
public sealed class TerminalProgress : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 79;

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private string _shown = "";

    /// <inheritdoc />
    public void Report(ImportProgress value)
    {
        if (!_isTerminal)
        {
            return;
        }

        var share = value.TotalBytes == 0 ? 1 : (double)value.Bytes / value.TotalBytes;
        Show(string.Create(
            CultureInfo.InvariantCulture, $"{value.Phase,-8} {share,4:0%}   {value.Rows} rows, {value.BadRows} bad"));
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_shown.Length > 0)
        {
            Console.Error.Write($"\r{new string(' ', Width)}\r");
            _shown = "";
        }
    }

    private void Show(string text)
    {
        if (text != _shown)
        {
            Console.Error.Write($"\r{text.PadRight(Width)}");
            _shown = text;
        }
    }
}
