using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>What the scripts compute again: the ratings, and the areas they make up.</summary>
internal sealed record Rated(IReadOnlyList<ResponseVariable> Ratings, IReadOnlyList<RatedArea> Areas)
{
    public static Rated Of(YearlyReport report)
    {
        List<ResponseVariable> ratings = [.. report.Answers!.Variables.Where(variable => variable.Scale is not null)];
        return new(
            ratings,
            [.. ratings.Where(rating => rating.Area.Length > 0).GroupBy(rating => rating.Area, StringComparer.Ordinal).Select(area => new RatedArea(area.Key, [.. area]))]);
    }
}

/// <summary>A service area.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Ratings">Its ratings.</param>
internal sealed record RatedArea(string Code, IReadOnlyList<ResponseVariable> Ratings)
{
    /// <summary>True when every rating has the same scale: the area then keeps it; else they meet on 0-100.</summary>
    public bool IsOneScale => Ratings.All(rating => rating.Scale == Ratings[0].Scale);

    /// <summary>A rating as a formula on the area's scale.</summary>
    public string Formula(ResponseVariable rating) => IsOneScale || rating.Scale is not { } scale
        ? rating.Name
        : FormattableString.Invariant($"(({rating.Name} - {scale.Minimum}) * 100 / {scale.Width})");
}
