using KassaSurvey.Domain.Keys;
using KassaSurvey.Web.Resources;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>What each permission of a key is called.</summary>
internal static class ScopeTexts
{
    /// <summary>The permissions in the order of the page.</summary>
    public static IReadOnlyList<ApiScopes> All { get; } = [ApiScopes.Members, ApiScopes.Contacts, ApiScopes.Deliveries, ApiScopes.Results];

    /// <summary>The text of a permission.</summary>
    public static string Name(ApiScopes scope) => scope switch
    {
        ApiScopes.Members => ApiKeyTexts.Members,
        ApiScopes.Contacts => ApiKeyTexts.Contacts,
        ApiScopes.Results => ApiKeyTexts.Results,
        _ => ApiKeyTexts.Deliveries,
    };
}
