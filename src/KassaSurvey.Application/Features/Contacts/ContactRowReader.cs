using System.Collections.Frozen;
using System.Globalization;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Contacts;

/// <summary>A good row of contacts.</summary>
internal sealed record ContactRow(int Number, string Member, ContactFacts Facts);

/// <summary>Reads rows of contacts; what is wrong with a row is listed, all of it at once.</summary>
internal sealed class ContactRowReader(DateTimeOffset now, ImportIssues issues)
{
    private const int LongestMember = 64;

    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(10);

    private static readonly FrozenSet<string> Names =
        FrozenSet.Create(StringComparer.Ordinal, "id", "member", "at", "channel", "topic", "unit", "case", "waitSeconds", "transferred");

    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, string> _fields = [];
    private int _row;

    /// <summary>The row, or null when something is wrong with it.</summary>
    public ContactRow? Read(GivenRow row)
    {
        var before = issues.Count;
        _row = row.Number;
        if (row.Fields is not { } fields)
        {
            issues.Add(ImportIssue.Of(_row, ImportErrors.NotAnObject()));
            return null;
        }

        foreach (var name in fields.Select(field => field.Key).Where(name => !Names.Contains(name)))
        {
            Bad(name, "", ImportErrors.UnknownField(string.Join(", ", Names.Order(StringComparer.Ordinal))));
        }

        _fields = fields.ToDictionary(field => field.Key, field => field.Value.Trim(), StringComparer.Ordinal);
        var (id, member) = (Needed("id", MemberContact.LongestKey), Needed("member", LongestMember));
        if (id.Length > 0 && !_seen.TryAdd(id, _row))
        {
            Bad("id", id, ImportErrors.DuplicateContact(_seen[id]));
        }

        var facts = new ContactFacts(
            id, Time(), Needed("channel", MemberContact.LongestText), Text("topic", MemberContact.LongestText), Text("unit", MemberContact.LongestText),
            Text("case", MemberContact.LongestKey), Wait(), Truth());
        return issues.Count == before ? new(_row, member, facts) : null;
    }

    private string Needed(string name, int longest)
    {
        var text = Text(name, longest);
        if (text.Length == 0)
        {
            Bad(name, "", ImportErrors.MissingValue());
        }

        return text;
    }

    private string Text(string name, int longest)
    {
        var text = _fields.GetValueOrDefault(name, "");
        if (text.Length > longest)
        {
            Bad(name, text, ImportErrors.TextTooLong(longest));
        }

        return text;
    }

    private DateTime Time()
    {
        var text = Needed("at", LongestMember);
        if (text.Length == 0)
        {
            return default;
        }

        // An offset must be there: a time without one is an hour wrong half of the year.
        string[] forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        if (!hasOffset || !DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            Bad("at", text, ImportErrors.BadTime());
            return default;
        }

        if (at > now + Leeway)
        {
            Bad("at", text, ImportErrors.TimeInFuture());
        }

        // Whole seconds: what the database gives back equals what came.
        return new DateTime(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
    }

    private int? Wait()
    {
        var text = Text("waitSeconds", LongestMember);
        if (text.Length == 0)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wait) || wait > MemberContact.LongestWait)
        {
            Bad("waitSeconds", text, ImportErrors.BadWait(MemberContact.LongestWait));
        }

        return wait;
    }

    private bool? Truth()
    {
        var text = Text("transferred", LongestMember);
        if (text is not ("" or "true" or "false"))
        {
            Bad("transferred", text, ImportErrors.BadTruth());
        }

        return text.Length == 0 ? null : text == "true";
    }

    private void Bad(string name, string value, Error reason) => issues.Add(ImportIssue.Of(_row, name, value, reason));
}
