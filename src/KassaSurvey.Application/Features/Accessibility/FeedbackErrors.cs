using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Accessibility;

/// <summary>Expected failures with accessibility feedback.</summary>
public static class FeedbackErrors
{
    /// <summary>Nothing was written.</summary>
    public static Error NoText { get; } = Error.Of("Feedback.NoText");

    /// <summary>Not an e-mail address.</summary>
    public static Error BadReplyAddress { get; } = Error.Of("Feedback.BadReplyAddress");

    /// <summary>There is no such fund.</summary>
    public static Error UnknownFund { get; } = Error.Of("Feedback.UnknownFund");

    /// <summary>No such feedback in the fund.</summary>
    public static Error Unknown { get; } = Error.Of("Feedback.Unknown");

    /// <summary>A colleague answered a moment ago.</summary>
    public static Error AnsweredMeanwhile { get; } = Error.Of("Feedback.AnsweredMeanwhile");

    /// <summary>What was written is too long.</summary>
    public static Error TextTooLong(int longest) => Error.Of("Feedback.TextTooLong", longest);

    /// <summary>The note on the answer is missing or too long.</summary>
    public static Error BadNote(int longest) => Error.Of("Feedback.BadNote", longest);
}
