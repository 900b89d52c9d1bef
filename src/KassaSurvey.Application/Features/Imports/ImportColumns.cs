using System.Collections.Immutable;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>What the columns of a file of answers hold.</summary>
internal sealed class ImportColumns
{
    public const string ResponseId = "response_id";
    public const string CompletedOn = "completed_on";
    public const string Language = "language";
    public const string Mode = "mode";
    public const string Weight = "weight";
    public const string Duration = "duration_s";
    public const string SegmentPrefix = "segment:";

    private static readonly string[] Reserved = [ResponseId, CompletedOn, Language, Mode, Weight, Duration];

    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    private ImportColumns(ImmutableArray<string> headings) => Headings = headings;

    /// <summary>The headings as they stand in the file.</summary>
    public ImmutableArray<string> Headings { get; }

    /// <summary>The segment columns: place and name.</summary>
    public ImmutableArray<(int Place, string Name)> Segments { get; private set; } = [];

    /// <summary>The question columns in the questionnaire's order, so that a condition's earlier answer is read first.</summary>
    public ImmutableArray<(int Place, Question Question)> Questions { get; private set; } = [];

    /// <summary>Where a named column stands, or -1.</summary>
    public int Place(string name) => _places.GetValueOrDefault(name, -1);

    /// <summary>True when a heading names a question or something unknown: not one of the fixed columns, not a segment.</summary>
    public static bool MayBeQuestion(string heading) =>
        !Reserved.Contains(heading, StringComparer.OrdinalIgnoreCase)
        && !heading.StartsWith(SegmentPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds each heading's meaning; what has none is an issue that stops the import.</summary>
    /// <param name="headings">The headings.</param>
    /// <param name="line">The line they stand on.</param>
    /// <param name="target">The wave.</param>
    /// <param name="issues">Takes what is wrong.</param>
    public static ImportColumns Read(ImmutableArray<string> headings, int line, ImportTarget target, ImportIssues issues)
    {
        var columns = new ImportColumns(headings);
        var segments = ImmutableArray.CreateBuilder<(int, string)>();
        var questions = new List<(int Place, Question Question)>();
        for (var place = 0; place < headings.Length; place++)
        {
            var heading = headings[place];
            if (heading.Length == 0)
            {
                issues.AddStopping(ImportIssue.Of(line, ImportErrors.EmptyHeader(place + 1)));
            }
            else if (!columns._places.TryAdd(heading, place))
            {
                issues.AddStopping(ImportIssue.Of(line, heading, "", ImportErrors.DuplicateColumn()));
            }
            else if (heading.StartsWith(SegmentPrefix, StringComparison.OrdinalIgnoreCase))
            {
                segments.Add((place, heading[SegmentPrefix.Length..].Trim()));
            }
            else if (target.Questionnaire.Find(heading) is { } question && MayBeQuestion(heading))
            {
                questions.Add((place, question));
            }
            else if (MayBeQuestion(heading))
            {
                issues.AddStopping(ImportIssue.Of(line, heading, "", Unknown(heading, target.KnownCodes)));
            }
        }

        columns.Segments = segments.ToImmutable();
        columns.Questions = [.. questions.OrderBy(column => column.Question.Order)];
        columns.CheckWhole(line, issues);
        return columns;
    }

    private static Error Unknown(string heading, IEnumerable<string> codes) =>
        NearestName.Of(heading, codes.Concat(Reserved)) is { } nearest
            ? ImportErrors.UnknownColumnNear(nearest)
            : ImportErrors.UnknownColumn();

    private void CheckWhole(int line, ImportIssues issues)
    {
        if (Questions.IsEmpty)
        {
            issues.AddStopping(ImportIssue.Of(line, ImportErrors.NoQuestionColumn()));
        }

        if (Segments.Length > Segment.MaximumCount)
        {
            issues.AddStopping(ImportIssue.Of(line, ImportErrors.TooManySegments(Segment.MaximumCount)));
        }

        foreach (var (place, name) in Segments)
        {
            if (!CodeText.IsCode(name))
            {
                issues.AddStopping(ImportIssue.Of(line, Headings[place], "", ImportErrors.BadSegmentName(CodeText.MaximumLength)));
            }
        }
    }
}
