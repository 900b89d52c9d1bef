namespace KassaSurvey.Application.Features.Imports;

/// <summary>What is wrong with a file: all of it counted, the first part of it listed, so that a hopeless file costs no memory.</summary>
public sealed class ImportIssues
{
    /// <summary>How many issues are listed.</summary>
    public const int LongestList = 1000;

    private readonly Action<ImportIssue>? _also;
    private List<ImportIssue> _listed = [];

    internal ImportIssues()
    {
    }

    /// <param name="also">Takes each issue too, however many there are.</param>
    internal ImportIssues(Action<ImportIssue>? also) => _also = also;

    /// <summary>The first <see cref="LongestList"/> issues, in the order of the file.</summary>
    public IReadOnlyList<ImportIssue> Listed => _listed;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>True when the file as a whole cannot be imported: nothing is taken, whatever is done about bad rows.</summary>
    public bool StopImport { get; private set; }

    internal void Add(ImportIssue issue)
    {
        Count++;
        _also?.Invoke(issue);
        if (_listed.Count < LongestList)
        {
            _listed.Add(issue);
        }
    }

    /// <summary>Puts the list in the order of the lines: rows that contradict the database are found a batch later than others.</summary>
    internal void Sort() => _listed = [.. _listed.OrderBy(issue => issue.Line)];

    internal void AddStopping(ImportIssue issue)
    {
        StopImport = true;
        Add(issue);
    }
}
