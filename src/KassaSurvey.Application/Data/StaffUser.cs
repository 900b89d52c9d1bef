using KassaSurvey.Domain.Primitives;
using Microsoft.AspNetCore.Identity;

namespace KassaSurvey.Application.Data;

/// <summary>A person of the fund who signs in.</summary>
public sealed class StaffUser : IdentityUser<Guid>
{
    /// <summary>The fund the person works for.</summary>
    public FundId FundId { get; set; }

    /// <summary>Name shown to colleagues.</summary>
    public string DisplayName { get; set; } = "";
}
