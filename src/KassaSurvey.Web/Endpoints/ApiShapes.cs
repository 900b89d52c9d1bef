using System.ComponentModel;

namespace KassaSurvey.Web.Endpoints;

/// <summary>A member as a system sends it. The rows are read field by field, so that a field not named stays as it was; this describes them.</summary>
internal sealed record ApiMember
{
    [Description("The fund's own member number, up to 64 characters. A known number updates the member, a new one adds it.")]
    public required string Number { get; init; }

    [Description("Name, up to 200 characters. A field that is not given stays as it is; null or an empty text clears it.")]
    public string? Name { get; init; }

    [Description("E-mail address.")]
    public string? Email { get; init; }

    [Description("Phone number with at least five digits; spaces, +, - and brackets may stand in it.")]
    public string? Phone { get; init; }

    [Description("Street and number. Street, postalCode and city are given together.")]
    public string? Street { get; init; }

    [Description("Postal code.")]
    public string? PostalCode { get; init; }

    [Description("Post town.")]
    public string? City { get; init; }

    [Description("fi, sv, da or en; the fund's own language for a new member without one.")]
    public string? Language { get; init; }

    [Description("Year of birth, from 1900. Never the date.")]
    public int? BirthYear { get; init; }

    [Description("active, left, deceased or protected. Only active members are asked.")]
    public string? Standing { get; init; }

    [Description("The day the member left, year-month-day.")]
    public DateOnly? LeftOn { get; init; }

    [Description("The last day the fund served the member, year-month-day. /api/v1/contacts moves it by itself.")]
    public DateOnly? LastContactOn { get; init; }

    [Description("How the member was served that day, as the fund names it.")]
    public string? LastContactChannel { get; init; }

    [Description("Ways by which the member does not want to be asked: email, sms, letter, phone, all or none. null keeps what the member said; an empty list means none.")]
    public IReadOnlyList<string>? Refuses { get; init; }

    [Description("Groups by which results are divided, name and value. An empty value removes the group.")]
    public IReadOnlyDictionary<string, string>? Segments { get; init; }
}

/// <summary>A member was served.</summary>
internal sealed record ApiContact
{
    [Description("The fund's own id of the contact, up to 100 characters. The same id again is the same contact and changes nothing.")]
    public required string Id { get; init; }

    [Description("The member's number in the fund. The member must be known.")]
    public required string Member { get; init; }

    [Description("When the member was served, with the offset: 2026-05-31T09:30:00+03:00. Not in the future.")]
    public required DateTimeOffset At { get; init; }

    [Description("How, as the fund names it: phone, chat, message, office. Up to 64 characters.")]
    public required string Channel { get; init; }

    [Description("What it was about, as the fund names it. Up to 64 characters; never shown to the member.")]
    public string? Topic { get; init; }

    [Description("The case handler's unit, never a person. Up to 64 characters.")]
    public string? Unit { get; init; }

    [Description("The fund's own id of the case. Up to 100 characters.")]
    public string? Case { get; init; }

    [Description("How long the member waited, in seconds, 0 to 604800.")]
    public int? WaitSeconds { get; init; }

    [Description("Whether the member was passed on to somebody else.")]
    public bool? Transferred { get; init; }
}

/// <param name="Rows">Rows in the request.</param>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that were there with other data.</param>
/// <param name="Unchanged">Rows that were there with the same data.</param>
/// <param name="Refused">Rows that were not taken.</param>
/// <param name="Results">What came of each row, in order.</param>
internal sealed record ApiOutcome(
    [property: Description("Rows in the request: added + changed + unchanged + refused.")] int Rows,
    [property: Description("Rows that are new.")] int Added,
    [property: Description("Rows that were there with other data.")] int Changed,
    [property: Description("Rows that were there with the same data.")] int Unchanged,
    [property: Description("Rows that were not taken; the others were.")] int Refused,
    [property: Description("What came of each row, in order.")] IReadOnlyList<ApiRow> Results);

/// <param name="Row">Where the row stands.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record ApiRow(
    [property: Description("Where the row stands: from 1 in an array, the line in NDJSON.")] int Row,
    [property: Description("added, changed, unchanged or refused.")] string Outcome,
    [property: Description("What is wrong with a refused row, all of it at once; empty otherwise.")] IReadOnlyList<ApiRowProblem> Problems);

/// <param name="Field">The field.</param>
/// <param name="Code">Stable name of the problem.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record ApiRowProblem(
    [property: Description("The field; empty when the row as a whole is meant.")] string Field,
    [property: Description("Stable name of the problem, for programs.")] string Code,
    [property: Description("One sentence, in the language of Accept-Language (fi, sv, da, en).")] string Reason);
