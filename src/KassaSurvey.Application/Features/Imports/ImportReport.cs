using System.Collections.Immutable;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>What to do when a file has bad rows.</summary>
public enum BadRows
{
    /// <summary>Import nothing unless every row is good.</summary>
    TakeNothing = 1,

    /// <summary>Import the good rows and leave the bad ones out.</summary>
    TakeGoodRows = 2,
}

/// <summary>How an import ended.</summary>
public enum ImportOutcome
{
    /// <summary>The file was only looked at.</summary>
    Checked = 1,

    /// <summary>Rows were imported.</summary>
    Imported = 2,

    /// <summary>Everything in the file is there already; nothing was changed.</summary>
    NothingNew = 3,

    /// <summary>Nothing was imported because of what is wrong with the file.</summary>
    Refused = 4,

    /// <summary>Stopped in the middle: the rows counted are there, the others are not. Importing the file again does the rest.</summary>
    Stopped = 5,
}

/// <summary>What came of a file of answers.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Rows">Rows in the file, without the heading and blank lines.</param>
/// <param name="NewRows">Good rows that were not there: imported, or ready to be.</param>
/// <param name="AlreadyThere">Good rows that are there with the same answers.</param>
/// <param name="BadRows">Rows with something wrong.</param>
/// <param name="Issues">What is wrong.</param>
/// <param name="AddedQuestions">Codes of questions that the wave did not have and that the import adds.</param>
/// <param name="Sha256">SHA-256 of the file; empty when it could not be read.</param>
public sealed record ImportReport(
    ImportOutcome Outcome, int Rows, int NewRows, int AlreadyThere, int BadRows, ImportIssues Issues,
    ImmutableArray<string> AddedQuestions, string Sha256);

/// <summary>What an import is doing.</summary>
public enum ImportPhase
{
    /// <summary>Looking through the file.</summary>
    Reading = 1,

    /// <summary>Checking each row.</summary>
    Checking = 2,

    /// <summary>Writing the rows.</summary>
    Writing = 3,
}

/// <summary>How far an import is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Bytes">Bytes done in this phase.</param>
/// <param name="TotalBytes">The file's size.</param>
/// <param name="Rows">Rows done in this phase.</param>
/// <param name="BadRows">Bad rows among them.</param>
public sealed record ImportProgress(ImportPhase Phase, long Bytes, long TotalBytes, int Rows, int BadRows);
