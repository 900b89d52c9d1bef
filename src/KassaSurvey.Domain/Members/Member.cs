using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Members;

/// <summary>A member of a fund, with no more data than asking and counting needs.</summary>
public sealed class Member : IFundOwned
{
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

    /// <summary>The last day the fund served the member, when known.</summary>
    public DateOnly? LastContactOn { get; private set; }

    /// <summary>Segments of the member.</summary>
    public IReadOnlyCollection<MemberSegment> Segments => _segments;

    /// <summary>Makes a member.</summary>
    public static Member Create(FundId fund, string number, string language, string? name = null, string? email = null) => new()
    {
        Id = NewId.Of<MemberId>(), FundId = fund, Number = number, Language = language, Name = name, Email = email,
    };

    /// <summary>Sets where the member can be called; blank means nowhere.</summary>
    public void CallAt(string? phone) => Phone = string.IsNullOrWhiteSpace(phone) ? null : phone.Trim();

    /// <summary>Sets a segment's value; a blank value removes it.</summary>
    public void Assign(Segment segment)
    {
        _segments.RemoveAll(held => held.Name == segment.Name);
        if (segment.Value.Length > 0)
        {
            _segments.Add(new MemberSegment(Id, segment.Name, segment.Value));
        }
    }
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
