using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Members;

/// <summary>What can stop work on members.</summary>
public static class MemberErrors
{
    /// <summary>The fund has no member of that number.</summary>
    public static Error Unknown { get; } = Error.Of("Member.Unknown");

    /// <summary>A colleague changed or erased the member at the same time.</summary>
    public static Error ChangedMeanwhile { get; } = Error.Of("Member.ChangedMeanwhile");

    /// <summary>Not a standing that a person can be given.</summary>
    public static Error BadStanding { get; } = Error.Of("Member.BadStanding");

    /// <summary>What was typed to confirm is not the member's number.</summary>
    public static Error NumberNotTyped { get; } = Error.Of("Member.NumberNotTyped");

    /// <summary>A profile of a member file needs a name.</summary>
    public static Error BadProfileName(int longest) => Error.Of("Member.BadProfileName", longest);

    /// <summary>There is no profile of that name.</summary>
    public static Error UnknownProfile(string name, string known) => Error.Of("Member.UnknownProfile", name, known);
}
