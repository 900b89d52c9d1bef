using System.Globalization;
using System.Linq.Expressions;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Which members are looked for.</summary>
/// <param name="Text">What the number, the name or the e-mail address begins with; empty = everybody.</param>
/// <param name="Standing">Where they stand, or null.</param>
/// <param name="Language">Their language, or null.</param>
/// <param name="Segment">A category they belong to, or null.</param>
public sealed record MemberFilter(string Text = "", MemberStanding? Standing = null, string? Language = null, Segment? Segment = null)
{
    /// <summary>The longest text that is looked for; longer ones are cut.</summary>
    public const int LongestText = 254;

    /// <summary>True when it leaves nobody out.</summary>
    public bool IsEmpty => Text.Length == 0 && Standing is null && Language is null && Segment is null;

    /// <summary>The members, erased ones left out. A text is looked up in three indexes; no row is read that does not begin with it.</summary>
    internal IQueryable<Member> Of(KassaDbContext db)
    {
        var members = db.Members.AsNoTracking().Where(member => member.Standing != MemberStanding.Erased);
        if (Text.Trim() is { Length: > 0 } text)
        {
            members = members.Where(BeginsWith(db, text.Length > LongestText ? text[..LongestText] : text));
        }

        if (Standing is { } standing)
        {
            members = members.Where(member => member.Standing == standing);
        }

        if (Language is { } language)
        {
            members = members.Where(member => member.Language == language);
        }

        if (Segment is { } segment)
        {
            var (name, value) = (segment.Name, segment.Value);
            members = members.Where(member => member.Segments.Any(row => row.Name == name && row.Value == value));
        }

        return members;
    }

    private static Expression<Func<Member, bool>> BeginsWith(KassaDbContext db, string text)
    {
        // The database disregards the case of a-z only; other letters are tried as names are written: Öhman for öhman.
        var asName = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant());
        // Look-ups of keys, each by its own index: with OR in one condition the database would read every row.
        var found = db.Members.Where(row => row.Number.StartsWith(text)).Select(row => row.Id)
            .Union(db.Members.Where(row => row.Email!.StartsWith(text)).Select(row => row.Id))
            .Union(db.Members.Where(row => row.Name!.StartsWith(text)).Select(row => row.Id))
            .Union(db.Members.Where(row => row.Name!.StartsWith(asName)).Select(row => row.Id));
        return member => found.Contains(member.Id);
    }
}
