using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>How comparable the questions of a survey are between any two of its years. Immutable.</summary>
public sealed class Comparability
{
    private readonly ImmutableDictionary<(string Code, ReportingYear To), QuestionLink> _links;

    /// <summary>Takes the links of a survey.</summary>
    public Comparability(IEnumerable<QuestionLink> links) =>
        _links = links.ToImmutableDictionary(link => (link.QuestionCode.ToUpperInvariant(), link.ToYear));

    /// <summary>Nothing is known to have changed: without links, years are compared by their scales alone.</summary>
    public static Comparability Unknown { get; } = new([]);

    /// <summary>The link of a question to the year before, of those it was asked in; null for its first year.</summary>
    public QuestionLink? Link(string questionCode, ReportingYear to) => _links.GetValueOrDefault((questionCode.ToUpperInvariant(), to));

    /// <summary>How comparable a question is between two years, in either order: the worst along the chain of years between them.</summary>
    /// <param name="questionCode">The question.</param>
    /// <param name="one">A year.</param>
    /// <param name="other">Another year.</param>
    /// <param name="isSameScale">True when both years used one scale: that it was another in between is then no obstacle.</param>
    /// <returns><see cref="QuestionChange.New"/> when the chain does not reach the earlier year.</returns>
    public QuestionChange Between(string questionCode, ReportingYear one, ReportingYear other, bool isSameScale = false)
    {
        var (from, year) = one < other ? (one, other) : (other, one);
        var worst = QuestionChange.Same;
        while (year > from)
        {
            if (Link(questionCode, year) is not { } link)
            {
                return QuestionChange.New;
            }

            var change = isSameScale && link is { Change: QuestionChange.ScaleChanged, Limit: QuestionChange.ScaleChanged }
                ? QuestionChange.Same
                : link.Change;
            worst = change > worst ? change : worst;
            year = link.FromYear;
        }

        return year == from ? worst : QuestionChange.New;
    }
}
