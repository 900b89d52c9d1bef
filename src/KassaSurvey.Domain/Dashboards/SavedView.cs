using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Dashboards;

/// <summary>A page of results with its year, comparison and filters, under a name. It holds the address and no figure, so it shows each reader what that reader may see.</summary>
public sealed class SavedView : IFundOwned
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaximumNameLength = 80;

    /// <summary>Longest address, in characters.</summary>
    public const int MaximumAddressLength = 2000;

    private SavedView()
    {
    }

    /// <summary>Identity.</summary>
    public SavedViewId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The account that saved it and alone can remove it.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Path and query of the page, from the root of the site.</summary>
    public string Address { get; private set; } = "";

    /// <summary>True when every colleague sees it in the list, false when its owner alone does.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Saves a page under a name; what is wrong with it, when it cannot be saved.</summary>
    public static Result<SavedView> Create(FundId fund, string owner, string name, string address, bool isShared)
    {
        var called = name.Trim();
        if (called.Length == 0)
        {
            return DashboardErrors.ViewUnnamed;
        }

        return called.Length > MaximumNameLength ? DashboardErrors.ViewLong(MaximumNameLength)
            : IsOfThisSite(address)
                ? new SavedView { Id = NewId.Of<SavedViewId>(), FundId = fund, Owner = owner, Name = called, Address = address, IsShared = isShared }
                : DashboardErrors.ViewAddress;
    }

    /// <summary>Renews what the view shows and who sees it.</summary>
    public void Replace(string address, bool isShared) => (Address, IsShared) = (address, isShared);

    // A view must never lead a colleague out of the site.
    private static bool IsOfThisSite(string address) =>
        address.Length is > 0 and <= MaximumAddressLength && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\') && !address.Any(char.IsControl);
}
