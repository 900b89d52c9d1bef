using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Web.Endpoints;

/// <summary>How a member came to the first page, when not by the link of a message. It stands in the first page's address.</summary>
internal static class EntryWay
{
    /// <summary>The end of the first page's route.</summary>
    public const string Route = $"{{{Name}:regex(^({ResponseMode.Letter}|{ResponseMode.Portal})$)}}";

    private const string Name = "way";

    /// <summary><see cref="ResponseMode.Letter"/>, <see cref="ResponseMode.Portal"/> or null.</summary>
    public static string? Of(HttpContext http) => http.GetRouteValue(Name) as string;

    /// <summary>How what is begun from this page will have been answered.</summary>
    public static string ModeOf(HttpContext http) => Of(http) ?? ResponseMode.Web;
}
