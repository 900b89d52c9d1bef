using KassaSurvey.Application.Features.Imports;

namespace KassaSurvey.Application.Features.Members;

/// <summary>What to do with active members whom a file does not name.</summary>
public enum Leavers
{
    /// <summary>They stay as they are: the file names a part of the members.</summary>
    Keep = 1,

    /// <summary>They have left: the file names every member.</summary>
    Mark = 2,
}

/// <summary>What came of a member file. Rows = added + changed + unchanged + refused, unless it was refused or stopped as a whole.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Rows">Rows in the file, without the heading and blank lines.</param>
/// <param name="Added">Members who were not there.</param>
/// <param name="Changed">Members who were there with other data.</param>
/// <param name="Unchanged">Members who were there with the same data.</param>
/// <param name="BadRows">Rows refused because something is wrong with them.</param>
/// <param name="Left">Active members whom the file does not name and who are marked as left; of a refused import, who would have been.</param>
/// <param name="Issues">What is wrong.</param>
public sealed record MemberImportReport(
    ImportOutcome Outcome, int Rows, int Added, int Changed, int Unchanged, int BadRows, int Left, ImportIssues Issues);
