using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Portal;

/// <summary>What can be wrong with a link from the fund's own service.</summary>
public static class PortalErrors
{
    /// <summary>Forged, changed, over, made for too long, or of a fund without a key: told alike.</summary>
    public static Error NotGenuine { get; } = Error.Of("Portal.NotGenuine");

    /// <summary>The link is genuine, and the member is not asked anything now.</summary>
    public static Error NothingToAnswer { get; } = Error.Of("Portal.NothingToAnswer");
}
