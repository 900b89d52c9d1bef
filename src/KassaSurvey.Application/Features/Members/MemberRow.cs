using System.Collections.Immutable;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Application.Features.Members;

/// <summary>A good row of a member file. A column the file does not have changes nothing.</summary>
internal sealed record MemberRow(int Line, string Number, MemberColumns Columns)
{
    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    public PostalAddress? Address { get; init; }

    /// <summary>Null = not said.</summary>
    public string? Language { get; init; }

    public int? BirthYear { get; init; }

    /// <summary>Null = not said.</summary>
    public MemberStanding? Standing { get; init; }

    /// <summary>Whether a member who had left is active again by being named at all. A death or a protection is undone by a word only.</summary>
    public bool IsBack { get; init; }

    public DateOnly? LeftOn { get; init; }

    public DateOnly? LastContactOn { get; init; }

    public string LastContactChannel { get; init; } = "";

    /// <summary>Null = not said, so that a member's own refusal is never undone by a blank cell.</summary>
    public ContactChannels? Refuses { get; init; }

    /// <summary>One for each segment column; a blank value removes the segment.</summary>
    public ImmutableArray<Segment> Segments { get; init; } = [];

    /// <summary>Writes what the file says into the member, segments apart.</summary>
    public void WriteTo(Member member)
    {
        member.Introduce(
            Columns.Has(MemberField.Name) ? Name : member.Name,
            Language ?? member.Language,
            Columns.Has(MemberField.BirthYear) ? BirthYear : member.BirthYear);
        if (Columns.Has(MemberField.Email))
        {
            member.WriteTo(Email);
        }

        if (Columns.Has(MemberField.Phone))
        {
            member.CallAt(Phone);
        }

        if (Columns.Has(MemberField.Street))
        {
            member.LiveAt(Address);
        }

        member.Stand(Standing ?? (IsBack && member.Standing == MemberStanding.Left ? MemberStanding.Active : member.Standing), LeftOn);
        if (member.Refuses != ContactChannels.All)
        {
            // "Never" is the member's own word, given in a message's link; no row takes it back, only a person on the member's page.
            member.Refuse(Refuses ?? member.Refuses);
        }

        if (LastContactOn is { } day)
        {
            member.Serve(day, LastContactChannel.Length > 0 ? LastContactChannel : day == member.LastContactOn ? member.LastContactChannel : null);
        }
    }
}
