using KassaSurvey.Domain.Analysis.Quality;

namespace KassaSurvey.Application.Features.Results;

/// <summary>Result quality for other programs. A count of too few to say is null.</summary>
/// <param name="CarelessExcluded">True when the figures beside it are without the careless.</param>
/// <param name="Responses">Responses looked at: everybody, whatever the filter.</param>
/// <param name="Timed">Those of which the duration is known.</param>
/// <param name="MedianSeconds">Their median duration.</param>
/// <param name="StraightLiners">Responses with all ratings of a scale equal.</param>
/// <param name="Speeders">Responses given at speed.</param>
/// <param name="Careless">Responses with both signs.</param>
/// <param name="Unfinished">Answers begun and never handed in.</param>
/// <param name="Questions">Item by item.</param>
public sealed record QualityDocument(
    bool CarelessExcluded, long? Responses, long? Timed, double? MedianSeconds, long? StraightLiners, long? Speeders, long? Careless, long? Unfinished,
    IReadOnlyList<QualityDocument.Item> Questions)
{
    /// <summary>The document of a wave's quality.</summary>
    public static QualityDocument Of(AnswerQuality source, bool carelessExcluded) => new(
        carelessExcluded, source.Responses, source.Timed, source.MedianSeconds, source.StraightLiners, source.Speeders, source.Careless, source.Unfinished,
        [.. source.Questions.Select(item => new Item(item.Code, item.Asked, item.LeftEmptyShare, item.CantSayShare, item.HasMuchCantSay))]);

    /// <summary>One question.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Asked">Responses that were shown it.</param>
    /// <param name="LeftEmptyShare">Share that left it empty.</param>
    /// <param name="CantSayShare">Share of "can't say" among the answers.</param>
    /// <param name="MuchCantSay">True above 30 %.</param>
    public sealed record Item(string Code, long Asked, double LeftEmptyShare, double CantSayShare, bool MuchCantSay);
}
