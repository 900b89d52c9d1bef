using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Infrastructure;

namespace KassaSurvey.Web.Components.Members;

/// <summary>All remarks on a member file as CSV: refused rows with line, column, value and reason, and the numbers of leavers.</summary>
public sealed class MemberRemarks : IAsyncDisposable
{
    private static readonly System.Buffers.SearchValues<char> FormulaStarts = System.Buffers.SearchValues.Create("=+-@\t\r\n");

    private readonly FileStream _file = TemporaryFile.Create();
    private readonly StreamWriter _text;
    private readonly CultureInfo _culture;

    /// <summary>Makes an empty list.</summary>
    /// <param name="culture">The language of the reasons.</param>
    public MemberRemarks(CultureInfo culture)
    {
        _culture = culture;
        _text = new(_file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        _text.WriteLine("what,line,column,value,reason");
    }

    /// <summary>Bytes of remarks; 0 when there are none.</summary>
    public long Length { get; private set; }

    /// <summary>Adds what is wrong with a row.</summary>
    public void Add(ImportIssue issue) => Write(
        "refused", issue.Line.ToString(CultureInfo.InvariantCulture), issue.Column, issue.Value, ImportIssueText.Of(issue.Reason, _culture));

    /// <summary>Adds a member whom the file does not name.</summary>
    public void AddLeaver(string number) => Write("left", "", "", number, "");

    /// <summary>The whole file from its beginning; it stays this object's.</summary>
    public async Task<Stream> ReadAsync()
    {
        await _text.FlushAsync();
        _file.Position = 0;
        return _file;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _text.DisposeAsync();
        await _file.DisposeAsync();
    }

    private void Write(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var harmless = cells[i].Length > 0 && FormulaStarts.Contains(cells[i][0]) ? "'" + cells[i] : cells[i];
            _text.Write(i == 0 ? "" : ",");
            _text.Write($"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        _text.WriteLine();
        Length++;
    }
}
