using KassaSurvey.Application.Features.Sending;

namespace KassaSurvey.Web;

/// <summary>
/// The site's own address as members reach it: messages are written outside any request, and what a request calls the site cannot be trusted
/// to be put into letters.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration) : IMemberAddresses
{
    /// <summary>Setting: for example <c>https://survey.fund.example</c>.</summary>
    public const string Setting = "Site:Address";

    /// <inheritdoc />
    public bool IsSetUp => Root.Length > 0;

    /// <inheritdoc />
    public string LinkOf(string token) => Root + AppUrls.Survey(token);

    /// <inheritdoc />
    public string OptOutOf(string token) => Root + AppUrls.OptOut(token);

    private string Root => Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : "";
}
