using System.Globalization;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Members;

/// <summary>A member of a fund, with no more data than asking and counting needs.</summary>
public sealed class Member : IFundOwned
{
    /// <summary>What the number of an erased row begins with; no fund's number does, because it begins with a space.</summary>
    private const string ErasedPrefix = " erased ";

    private readonly List<MemberSegment> _segments = [];

    private Member()
    {
    }

    /// <summary>Identity.</summary>
    public MemberId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The fund's own member number, unique in the fund.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Name, when the fund gives it.</summary>
    public string? Name { get; private set; }

    /// <summary>E-mail address, when known.</summary>
    public string? Email { get; private set; }

    /// <summary>Phone number, when known.</summary>
    public string? Phone { get; private set; }

    /// <summary>The member's language.</summary>
    public string Language { get; private set; } = Languages.Finnish;

    /// <summary>Year of birth, when known; never the date.</summary>
    public int? BirthYear { get; private set; }

    /// <summary>Postal address, when the fund gives it.</summary>
    public PostalAddress? Address { get; private set; }

    /// <summary>Active, left, deceased or protected: only the active are ever asked.</summary>
    public MemberStanding Standing { get; private set; } = MemberStanding.Active;

    /// <summary>The day the member left, when known: retention counts from it.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Ways by which the member does not want to be asked; all of them = never.</summary>
    public ContactChannels Refuses { get; private set; }

    /// <summary>Ways that have failed for good, such as an address that bounced; cleared when the address changes.</summary>
    public ContactChannels Unreachable { get; private set; }

    /// <summary>The last day the fund served the member, when known.</summary>
    public DateOnly? LastContactOn { get; private set; }

    /// <summary>How the fund served the member that day, as the fund names it: phone, message, office.</summary>
    public string? LastContactChannel { get; private set; }

    /// <summary>Segments of the member.</summary>
    public IReadOnlyCollection<MemberSegment> Segments => _segments;

    /// <summary>Makes a member.</summary>
    public static Member Create(FundId fund, string number, string language, string? name = null, string? email = null) => new()
    {
        Id = NewId.Of<MemberId>(), FundId = fund, Number = number, Language = language, Name = name, Email = email,
    };

    /// <summary>Sets where the member can be called; blank means nowhere.</summary>
    public void CallAt(string? phone)
    {
        var given = Given(phone);
        if (given != Phone)
        {
            Unreachable &= ~(ContactChannels.Phone | ContactChannels.Sms);
        }

        Phone = given;
    }

    /// <summary>Sets where the member can be written to; blank means nowhere.</summary>
    public void WriteTo(string? email)
    {
        var given = Given(email);
        if (!string.Equals(given, Email, StringComparison.OrdinalIgnoreCase))
        {
            Unreachable &= ~ContactChannels.Email;
        }

        Email = given;
    }

    /// <summary>Sets the postal address; null means none.</summary>
    public void LiveAt(PostalAddress? address)
    {
        if (address != Address)
        {
            Unreachable &= ~ContactChannels.Letter;
        }

        Address = address;
    }

    /// <summary>Sets name, language and year of birth.</summary>
    public void Introduce(string? name, string language, int? birthYear) => (Name, Language, BirthYear) = (Given(name), language, birthYear);

    /// <summary>Sets where the member stands. Only a member who has left has a day of leaving.</summary>
    public void Stand(MemberStanding standing, DateOnly? leftOn = null) =>
        (Standing, LeftOn) = (standing, standing == MemberStanding.Left ? leftOn ?? LeftOn : null);

    /// <summary>Removes everything that says who it was, for good. The number is free for somebody new.</summary>
    public void Erase()
    {
        Number = string.Create(CultureInfo.InvariantCulture, $"{ErasedPrefix}{Id.Value:x}");
        (Name, Email, Phone, Address, BirthYear, Language) = (null, null, null, null, null, Languages.Finnish);
        (Standing, LeftOn, LastContactOn, LastContactChannel) = (MemberStanding.Erased, null, null, null);
        (Refuses, Unreachable) = (ContactChannels.All, ContactChannels.None);
        _segments.Clear();
    }

    /// <summary>Sets the ways by which the member does not want to be asked.</summary>
    public void Refuse(ContactChannels channels) => Refuses = channels;

    /// <summary>Records that a way has failed for good.</summary>
    public void MarkUnreachable(ContactChannels channels) => Unreachable |= channels;

    /// <summary>Records that the fund served the member. An earlier day than the one known changes nothing.</summary>
    public void Serve(DateOnly day, string? channel)
    {
        if (LastContactOn is null || day >= LastContactOn)
        {
            (LastContactOn, LastContactChannel) = (day, Given(channel));
        }
    }

    /// <summary>The ways by which the member can and may be asked now; none for a member who is not active.</summary>
    public ContactChannels Reachable()
    {
        if (Standing != MemberStanding.Active)
        {
            return ContactChannels.None;
        }

        var known = (Email is null ? ContactChannels.None : ContactChannels.Email)
            | (Phone is null ? ContactChannels.None : ContactChannels.Phone | ContactChannels.Sms)
            | (Address is null ? ContactChannels.None : ContactChannels.Letter);
        return known & ~Refuses & ~Unreachable;
    }

    /// <summary>Sets a segment's value; a blank value removes it.</summary>
    public void Assign(Segment segment)
    {
        _segments.RemoveAll(held => held.Name == segment.Name);
        if (segment.Value.Length > 0)
        {
            _segments.Add(new MemberSegment(Id, segment.Name, segment.Value));
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A member's category in one segment.</summary>
public sealed class MemberSegment
{
    /// <summary>Makes a member's category.</summary>
    public MemberSegment(MemberId memberId, string name, string value) => (MemberId, Name, Value) = (memberId, name, value);

    /// <summary>The member.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>The segment's name.</summary>
    public string Name { get; private set; }

    /// <summary>The member's category.</summary>
    public string Value { get; private set; }
}
