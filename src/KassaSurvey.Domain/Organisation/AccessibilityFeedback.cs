using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Organisation;

/// <summary>
/// What somebody wrote about a barrier on the pages. It knows the fund and the words only: no member, no link, no address of a computer.
/// The fund has to answer within 14 days.
/// </summary>
public sealed class AccessibilityFeedback : IFundOwned
{
    /// <summary>Days to answer in (Finland's act on digital services, section 8).</summary>
    public const int DaysToAnswer = 14;

    /// <summary>The longest text taken.</summary>
    public const int LongestText = 4000;

    /// <summary>The longest reply address and note.</summary>
    public const int LongestAddress = 254;

    /// <summary>The longest note on an answer.</summary>
    public const int LongestNote = 1000;

    private AccessibilityFeedback()
    {
    }

    /// <summary>Random identity.</summary>
    public AccessibilityFeedbackId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>What was written.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where an answer can be sent; empty when the writer gave none.</summary>
    public string ReplyTo { get; private set; } = "";

    /// <summary>The day it came.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The last day to answer.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The day it was answered; null while it waits.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Who answered.</summary>
    public string AnsweredBy { get; private set; } = "";

    /// <summary>What was answered or done, in short.</summary>
    public string AnswerNote { get; private set; } = "";

    /// <summary>Takes in what somebody wrote.</summary>
    public static AccessibilityFeedback Receive(FundId fund, string text, string replyTo, DateOnly today) => new()
    {
        Id = NewId.Of<AccessibilityFeedbackId>(), FundId = fund, Text = text, ReplyTo = replyTo, ReceivedOn = today,
        DueOn = today.AddDays(DaysToAnswer),
    };

    /// <summary>True when it still waits after the last day.</summary>
    public bool IsOverdueOn(DateOnly today) => AnsweredOn is null && today > DueOn;

    /// <summary>Notes that it has been answered.</summary>
    /// <returns>Done, or <c>Feedback.AlreadyAnswered</c> when a colleague was first.</returns>
    public Result MarkAnswered(string by, string note, DateOnly today)
    {
        if (AnsweredOn is not null)
        {
            return Error.Of("Feedback.AlreadyAnswered", AnsweredBy);
        }

        (AnsweredOn, AnsweredBy, AnswerNote) = (today, by, note);
        return Result.Done;
    }
}
