using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>The year in a few numbers.</summary>
public sealed partial class OverviewTiles
{
    [Parameter, EditorRequired]
    public required SurveyResults Results { get; set; }

    [Parameter, EditorRequired]
    public required IStringLocalizer Texts { get; set; }

    [Parameter, EditorRequired]
    public required string Language { get; set; }

    /// <summary>Whether each figure opens the way it was computed; a page without a circuit cannot.</summary>
    [Parameter]
    public bool IsExplained { get; set; }

    private NumberText Numbers => NumberText.In(Language);

    private List<AreaResult> Measured => [.. Results.Results.Areas.Where(area => !area.Area.IsOutcome && area.Current.Value is not null)];

    private AreaResult? Best => Measured.MaxBy(Index);

    private AreaResult? Weakest => Measured.MinBy(Index);

    private AreaResult? MostChanged =>
        Measured.Where(area => area.Change is { IsSure: true }).MaxBy(area => Math.Abs(area.Change!.IndexDelta ?? 0));

    private string NothingChanged => Results.Results.IsUnjudged ? Texts[OverviewTexts.TilePreliminary]
        : Results.Results.ComparedYear is not { } year ? Texts[OverviewTexts.TileNoComparison]
        : Measured.Exists(area => area.Change is { Test: not null }) ? Texts[OverviewTexts.TileNoChange]
        : Texts[OverviewTexts.TileNotComparable, year.ToString()];

    private string ResponseRate => Results is { Invited: { } invited and > 0, Results: { Responses: { } count, Population.IsEverybody: true, IsWithoutCareless: false } }
        ? Texts[OverviewTexts.TileResponseRate, Numbers.Percent((double)count / invited), Numbers.Count(invited)]
        : Results.Invited is null ? Texts[OverviewTexts.TileRateUnknown] : "";

    private HowComputed Behind(AreaResult area) => new(area.Area.Name.In(Language), area.Current, area.Compared, area.Change, FigureKind.Area);

    private HowComputed Behind(RecommendationResult result) => new(
        Texts[OverviewTexts.TileRecommendation], new Reading.Reported(result.Current), result.Compared is { } then ? new Reading.Reported(then) : null,
        result.Change, FigureKind.Recommendation);

    private string Score(Measurement measured) => Numbers.Signed(measured.Mean!.Value.Value, Decimals.Index);

    private static double Index(AreaResult area) => area.Current.Value!.Index!.Value.Value;

    private string Mean(Reading? reading) => reading?.Value is { Mean: { } mean } value
        ? Numbers.Number(mean.Value, NumberText.DecimalsOf(value.Scale))
        : "–";

    private string Delta(AreaResult area) => Numbers.Signed(area.Change?.Delta ?? double.NaN, NumberText.DecimalsOf(area.Current.Value?.Scale));

    private string Against() => Results.Results.ComparedYear is { } year ? Texts[OverviewTexts.Against, year.ToString()] + " · " : "";

    private string N(Reading reading) => reading.Value switch
    {
        { IsPublished: true, N: 0 } => Texts[OverviewTexts.Published],
        { } value => Texts[OverviewTexts.Responses, Numbers.Count(value.N)],
        null => Texts[AbsentText.Key(reading)],
    };

    /// <summary>One fact only: the longer story is in the trend.</summary>
    private string Streak(Progress? progress) => progress switch
    {
        { IsLargestImprovement: true } => "· " + Texts[OverviewTexts.LargestImprovement],
        { LargestSince: { } since } => "· " + Texts[OverviewTexts.LargestImprovementSince, since.ToString()],
        { Rises: > 1 and var rises } => "· " + Texts[OverviewTexts.RisesInRow, rises],
        { Falls: > 1 and var falls } => "· " + Texts[OverviewTexts.FallsInRow, falls],
        _ => "",
    };

    private string Record(Standing? standing) => standing switch
    {
        { IsClearlyHighest: true } => "· " + Texts[OverviewTexts.BestEver],
        { IsHighest: true } => "· " + Texts[OverviewTexts.SharedBest],
        _ => "",
    };
}
