using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>What can keep a member from answering, and what can be wrong with a field.</summary>
public static class RespondingErrors
{
    /// <summary>The link is not genuine, or its invitation is gone.</summary>
    public static readonly Error UnknownLink = Error.Of("Responding.UnknownLink");

    /// <summary>The link is genuine but there is nothing to answer now: not open, closed, answered, opted out.</summary>
    public static readonly Error NotAnswerable = Error.Of("Responding.NotAnswerable");

    /// <summary>The questionnaire has no such page.</summary>
    public static readonly Error NoSuchPage = Error.Of("Responding.NoSuchPage");

    /// <summary>One of the field's own choices was expected.</summary>
    public static readonly Error NotAChoice = Error.Of("Answer.NotAChoice");

    /// <summary>A number was expected.</summary>
    public static readonly Error NotANumber = Error.Of("Answer.NotANumber");

    /// <summary>The rating is not a step of the scale.</summary>
    public static Error OutOfRange(int minimum, int maximum) => Error.Of("Answer.OutOfRange", minimum, maximum);

    /// <summary>More options than allowed.</summary>
    public static Error TooManyChoices(int maximum) => Error.Of("Answer.TooManyChoices", maximum);

    /// <summary>An option that stands alone was chosen together with others.</summary>
    public static Error ExclusiveWithOthers(string option) => Error.Of("Answer.ExclusiveWithOthers", option);

    /// <summary>The text is longer than the question takes.</summary>
    public static Error TooLong(int maximum, int length) => Error.Of("Answer.TooLong", maximum, length);
}
