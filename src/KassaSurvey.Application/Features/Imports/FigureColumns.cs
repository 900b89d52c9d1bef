using System.Collections.Immutable;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>Where the columns of a file of published figures stand.</summary>
internal sealed class FigureColumns
{
    public const string Year = "year";
    public const string QuestionCode = "question_code";
    public const string ScaleMinimum = "scale_min";
    public const string ScaleMaximum = "scale_max";
    public const string Mean = "mean";
    public const string Respondents = "n";
    public const string Deviation = "sd";
    public const string TopShare = "share_top";
    public const string Source = "source";

    private static readonly string[] Needed = [Year, QuestionCode, ScaleMinimum, ScaleMaximum, Mean, Source];
    private static readonly string[] All = [.. Needed, Respondents, Deviation, TopShare];

    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    private FigureColumns(int count) => Count = count;

    /// <summary>How many columns the heading has.</summary>
    public int Count { get; }

    /// <summary>Where a column stands, or -1.</summary>
    public int this[string name] => _places.GetValueOrDefault(name, -1);

    /// <summary>Finds the columns; one that is unknown, double or missing is an issue that stops the import.</summary>
    public static FigureColumns Read(ImmutableArray<string> headings, int line, ImportIssues issues)
    {
        var columns = new FigureColumns(headings.Length);
        for (var place = 0; place < headings.Length; place++)
        {
            var heading = headings[place];
            if (heading.Length == 0)
            {
                issues.AddStopping(ImportIssue.Of(line, ImportErrors.EmptyHeader(place + 1)));
            }
            else if (!All.Contains(heading, StringComparer.OrdinalIgnoreCase))
            {
                issues.AddStopping(ImportIssue.Of(line, heading, "", ImportErrors.UnknownFigureColumn(string.Join(", ", All))));
            }
            else if (!columns._places.TryAdd(heading, place))
            {
                issues.AddStopping(ImportIssue.Of(line, heading, "", ImportErrors.DuplicateColumn()));
            }
        }

        foreach (var name in Needed.Where(name => columns[name] < 0))
        {
            issues.AddStopping(ImportIssue.Of(line, name, "", ImportErrors.MissingColumn()));
        }

        return columns;
    }
}
