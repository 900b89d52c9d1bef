namespace KassaSurvey.Application.Features.Imports;

/// <summary>The cells of one row, of a file or of a request: the same rules read both.</summary>
internal interface IRowCells
{
    /// <summary>Where the row stands, from 1.</summary>
    int Line { get; }

    /// <summary>How many cells it has.</summary>
    int FieldCount { get; }

    /// <summary>A cell without surrounding space.</summary>
    ReadOnlySpan<char> Trimmed(int column);
}
