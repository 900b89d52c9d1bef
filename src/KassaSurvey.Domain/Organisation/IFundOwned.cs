using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Organisation;

/// <summary>A row that belongs to one fund; the database context shows it to that fund's viewers only.</summary>
public interface IFundOwned
{
    /// <summary>The fund it belongs to.</summary>
    FundId FundId { get; }
}
