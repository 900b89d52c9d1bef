using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>
/// How comparable a question is between two years that follow each other among the years it was asked in. The program
/// suggests; a person may decide otherwise, with a reason.
/// </summary>
public sealed class QuestionLink : IFundOwned
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 1000;

    private QuestionLink()
    {
    }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The survey.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <summary>The question's stable code.</summary>
    public string QuestionCode { get; private set; } = "";

    /// <summary>The later year; a question has one link to each year it is asked in but the first.</summary>
    public ReportingYear ToYear { get; private set; }

    /// <summary>The year before, of those the question was asked in.</summary>
    public ReportingYear FromYear { get; private set; }

    /// <summary>What <see cref="QuestionComparison"/> says.</summary>
    public QuestionChange Suggested { get; private set; }

    /// <summary>The most that may be claimed: means on two scales cannot be compared, whatever anybody decides.</summary>
    public QuestionChange Limit { get; private set; }

    /// <summary>What a person decided, or null.</summary>
    public QuestionChange? Decided { get; private set; }

    /// <summary>Why it was decided so; empty where nobody decided, or agreed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who decided.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>What holds: the decision, else the suggestion.</summary>
    public QuestionChange Change => Decided ?? Suggested;

    /// <summary>Makes a link.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The years are not in order.</exception>
    public static QuestionLink Create(
        FundId fund, SurveyId survey, string questionCode, ReportingYear from, ReportingYear to, QuestionSuggestion suggestion)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from.Value, to.Value);
        return new()
        {
            FundId = fund, SurveyId = survey, QuestionCode = questionCode, FromYear = from, ToYear = to,
            Suggested = suggestion.Change, Limit = suggestion.Limit,
        };
    }

    /// <summary>Takes over a new suggestion, or another earlier year. A decision was made about the old facts and falls with them.</summary>
    public void Suggest(ReportingYear from, QuestionSuggestion suggestion)
    {
        if (from != FromYear || suggestion != new QuestionSuggestion(Suggested, Limit))
        {
            (FromYear, Suggested, Limit) = (from, suggestion.Change, suggestion.Limit);
            (Decided, Reason, DecidedBy, DecidedAt) = (null, "", "", null);
        }
    }

    /// <summary>Records what a person decided.</summary>
    /// <param name="change">The decision.</param>
    /// <param name="reason">Why; needed when it differs from the suggestion.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>Done, or why it cannot be so: no reason, or scales that differ cannot be called the same.</returns>
    public Result Decide(QuestionChange change, string reason, string by, DateTime at)
    {
        if (change == QuestionChange.New || change < Limit)
        {
            return DraftErrors.ChangeImpossible(QuestionCode, Limit, change);
        }

        if (change != Suggested && string.IsNullOrWhiteSpace(reason))
        {
            return DraftErrors.ReasonMissing(QuestionCode);
        }

        if (reason.Length > LongestReason)
        {
            return DraftErrors.TextTooLong(QuestionCode, LongestReason);
        }

        (Decided, Reason, DecidedBy, DecidedAt) = (change, reason.Trim(), by, at);
        return Result.Done;
    }
}
