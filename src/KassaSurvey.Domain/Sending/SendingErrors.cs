using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sending;

/// <summary>What can be wrong with sending.</summary>
public static class SendingErrors
{
    /// <summary>Another sender has the message.</summary>
    public static readonly Error NotTaken = Error.Of("Sending.NotTaken");

    /// <summary>There is no such wave in the fund.</summary>
    public static readonly Error WaveNotFound = Error.Of("Sending.WaveNotFound");

    /// <summary>Members can be asked only while the wave is open.</summary>
    public static readonly Error WaveNotOpen = Error.Of("Sending.WaveNotOpen");

    /// <summary>Somebody else changed the plan meanwhile.</summary>
    public static readonly Error ChangedMeanwhile = Error.Of("Sending.ChangedMeanwhile");

    /// <summary>The installation does not know its own public address.</summary>
    public static readonly Error NoSiteAddress = Error.Of("Sending.NoSiteAddress");

    /// <summary>Nobody is left to be asked by this step.</summary>
    public static readonly Error NobodyToAsk = Error.Of("Sending.NobodyToAsk");

    /// <summary>The plan has no such step.</summary>
    public static readonly Error NoSuchStep = Error.Of("Sending.NoSuchStep");

    /// <summary>Steps are sent one after the other.</summary>
    public static readonly Error NotInTurn = Error.Of("Sending.NotInTurn");

    /// <summary>Reminders come one after the other, within a season.</summary>
    public static readonly Error BadDays = Error.Of("Sending.BadDays");

    /// <summary>Each step needs a way.</summary>
    public static readonly Error NoChannel = Error.Of("Sending.NoChannel");

    /// <summary>There is no such member among the invited.</summary>
    public static readonly Error MemberNotInvited = Error.Of("Sending.MemberNotInvited");

    /// <summary>The way is not set up in this installation.</summary>
    public static readonly Error ChannelNotSetUp = Error.Of("Sending.ChannelNotSetUp");

    /// <summary>The test could not be handed over.</summary>
    public static readonly Error TestFailed = Error.Of("Sending.TestFailed");

    /// <summary>The person has no address to test with.</summary>
    public static readonly Error NoOwnAddress = Error.Of("Sending.NoOwnAddress");

    /// <summary>So many messages need their number typed.</summary>
    public static Error NumberNotTyped(int count) => Error.Of("Sending.NumberNotTyped", count);

    /// <summary>The rate lies outside the bounds.</summary>
    public static Error BadRate(int least, int most) => Error.Of("Sending.BadRate", least, most);

    /// <summary>Sending needs at least an hour a day.</summary>
    public static readonly Error BadHours = Error.Of("Sending.BadHours");

    /// <summary>The template names something that does not exist.</summary>
    public static Error UnknownPlaceholder(string name) => Error.Of("Template.UnknownPlaceholder", name);

    /// <summary>The template names something that stands in letters only.</summary>
    public static Error OnlyInLetters(string name) => Error.Of("Template.OnlyInLetters", name);

    /// <summary>The template lacks something it must have.</summary>
    public static Error MissingPlaceholder(string name) => Error.Of("Template.MissingPlaceholder", name);

    /// <summary>The template needs a subject of one line.</summary>
    public static Error BadSubject(int most) => Error.Of("Template.BadSubject", most);

    /// <summary>The template is empty or too long.</summary>
    public static Error BadBody(int most) => Error.Of("Template.BadBody", most);
}
