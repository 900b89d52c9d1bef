using KassaSurvey.Application.Features.Members;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web;

/// <summary>Addresses of the pages of members.</summary>
public static class MemberUrls
{
    /// <summary>The fund's members.</summary>
    public const string Members = "/members";

    /// <summary>Import of a member file.</summary>
    public const string Import = "/members/import";

    /// <summary>How long data about members is kept.</summary>
    public const string Retention = "/administration/retention";

    /// <summary>Looks for a number, name or e-mail address.</summary>
    public const string TextParameter = "q";

    /// <summary>Names a standing.</summary>
    public const string StandingParameter = "standing";

    /// <summary>Names a group as <c>name:category</c>.</summary>
    public const string SegmentParameter = "segment";

    /// <summary>The number that the page comes after.</summary>
    public const string AfterParameter = "after";

    /// <summary>The number that the page comes before.</summary>
    public const string BeforeParameter = "before";

    /// <summary>A page of the members that a filter finds.</summary>
    public static string Of(MemberFilter filter, string? after = null, string? before = null) => Members + Query(filter, after, before);

    /// <summary>The file of the members that a filter finds.</summary>
    public static string Export(MemberFilter filter) => $"{Members}/export.csv{Query(filter, null, null)}";

    /// <summary>One member.</summary>
    public static string Member(string number) => $"{Members}/{Uri.EscapeDataString(number)}";

    /// <summary>All that is held of a member.</summary>
    public static string Record(string number) => $"{Member(number)}/record";

    /// <summary>The same as a file.</summary>
    public static string RecordFile(string number) => $"{Member(number)}/record.json";

    /// <summary>The filter of an address; what makes no sense in it is left out.</summary>
    public static MemberFilter Filter(string? text, string? standing, string? language, string? segment) => new(
        text?.Trim() ?? "",
        Enum.TryParse<MemberStanding>(standing, ignoreCase: true, out var stands) && stands != MemberStanding.Erased && Enum.IsDefined(stands) ? stands : null,
        Domain.Primitives.Languages.IsKnown(language) ? language : null,
        segment?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? new Segment(segment[..colon], segment[(colon + 1)..]) : null);

    private static string Query(MemberFilter filter, string? after, string? before)
    {
        KeyValuePair<string, string?>[] parameters =
        [
            new(TextParameter, filter.Text.Length == 0 ? null : filter.Text),
            new(StandingParameter, filter.Standing?.ToString().ToLowerInvariant()),
            new(AppUrls.LanguageParameter, filter.Language),
            new(SegmentParameter, filter.Segment is { } segment ? $"{segment.Name}:{segment.Value}" : null),
            new(AfterParameter, after),
            new(BeforeParameter, before),
        ];
        return QueryString.Create(parameters.Where(parameter => parameter.Value is not null)).ToUriComponent();
    }
}
