using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>One measured figure with its precision.</summary>
/// <param name="N">Valid answers, unweighted.</param>
/// <param name="CantSay">"Can't say" answers, unweighted.</param>
/// <param name="CantSayShare">Share 0-1 of "can't say" among those who answered or could not say, weighted.</param>
public sealed record Measurement(long N, long CantSay, double CantSayShare)
{
    /// <summary>Above this share of "can't say" the mean describes a minority, and is flagged.</summary>
    public const double ManyCantSay = 0.30;

    /// <summary>True for a figure the fund published for a year whose answers are not here; <see cref="N"/> is then 0 when unknown.</summary>
    public bool IsPublished { get; init; }

    /// <summary>The scale of <see cref="Mean"/>; null for questions without a mean.</summary>
    public AnswerScale? Scale { get; init; }

    /// <summary>Mean on <see cref="Scale"/>; NaN inside when undefined.</summary>
    public Estimate? Mean { get; init; }

    /// <summary>The same on 0-100.</summary>
    public Estimate? Index { get; init; }

    /// <summary>Share 0-1 of the two highest answers.</summary>
    public Estimate? TopTwo { get; init; }

    /// <summary>Share 0-1 of the three lowest answers.</summary>
    public Estimate? BottomThree { get; init; }

    /// <summary>Recommendation score (-100 to 100), for recommendation questions only.</summary>
    public Estimate? RecommendationScore { get; init; }

    /// <summary>Shares 0-1 of each answer of a rating, lowest first; empty when fewer than the floor of a distribution answered.</summary>
    public ImmutableArray<double> Distribution { get; init; } = [];

    /// <summary>Shares 0-1 by option code (yes, no) for choice questions, in the questionnaire's order.</summary>
    public ImmutableArray<OptionShare> Options { get; init; } = [];

    /// <summary>True when so few answered that the figure needs the words "few answers".</summary>
    public bool IsFewAnswers => !IsPublished && N < DisclosureRule.FewAnswers;

    /// <summary>True when the mean describes a minority of those asked.</summary>
    public bool HasManyCantSay => CantSayShare > ManyCantSay;
}

/// <summary>The share of one option.</summary>
/// <param name="Code">The option's code.</param>
/// <param name="Share">0-1 of those who chose anything.</param>
/// <param name="Interval">95 % interval of the share.</param>
public sealed record OptionShare(string Code, double Share, ConfidenceInterval Interval);
