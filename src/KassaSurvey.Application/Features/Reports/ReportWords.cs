using System.Globalization;
using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>A report's words and numbers in one language.</summary>
public sealed class ReportWords(string language)
{
    private const string FewMark = "*";

    private static readonly Dictionary<string, string> Segments = new(StringComparer.OrdinalIgnoreCase)
    {
        ["age"] = ReportTexts.SegmentAge,
        ["region"] = ReportTexts.SegmentRegion,
        ["benefit"] = ReportTexts.SegmentBenefit,
        ["language"] = ReportTexts.SegmentLanguage,
        ["sex"] = ReportTexts.SegmentSex,
    };

    /// <summary>The language.</summary>
    public string Language { get; } = language;

    /// <summary>Numbers in the language.</summary>
    public NumberText Numbers { get; } = NumberText.In(language);

    /// <summary>A text.</summary>
    public string this[string key] => ReportTexts.In(Language, key);

    /// <summary>A text with values.</summary>
    public string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A population's conditions, or that it is everybody.</summary>
    public string Population(Population population) =>
        population.IsEverybody ? this[ReportTexts.Everybody] : Format(ReportTexts.Filtered, PopulationText.Of(population));

    /// <summary>The name of a segment for people: the usual ones in the language, a fund's own as the fund wrote it.</summary>
    public string Segment(string segment) => Segments.TryGetValue(segment, out var key) ? this[key] : segment;

    /// <summary>The word of a verdict.</summary>
    public string Verdict(Verdict verdict) => this[verdict switch
    {
        Domain.Analysis.Verdict.Improved => ReportTexts.VerdictImproved,
        Domain.Analysis.Verdict.SlightlyImproved => ReportTexts.VerdictSlightlyImproved,
        Domain.Analysis.Verdict.Unchanged => ReportTexts.VerdictUnchanged,
        Domain.Analysis.Verdict.SlightlyDeclined => ReportTexts.VerdictSlightlyDeclined,
        Domain.Analysis.Verdict.Declined => ReportTexts.VerdictDeclined,
        Domain.Analysis.Verdict.NotComparable => ReportTexts.VerdictNotComparable,
        _ => ReportTexts.VerdictInconclusive,
    }];

    /// <summary>The word of a kind of question.</summary>
    public string Kind(QuestionKind kind) => this[kind switch
    {
        QuestionKind.YesNo => ReportTexts.KindYesNo,
        QuestionKind.Single => ReportTexts.KindSingle,
        QuestionKind.Multiple => ReportTexts.KindMultiple,
        QuestionKind.Number => ReportTexts.KindNumber,
        QuestionKind.OpenText => ReportTexts.KindOpenText,
        QuestionKind.Recommendation => ReportTexts.KindRecommendation,
        _ => ReportTexts.KindScale,
    }];

    /// <summary>What must be known beside a figure: why it is hidden, that few answered, that many could not say, that it was published.</summary>
    public string Note(Reading reading) => reading switch
    {
        Reading.Suppressed { Reason: SuppressionReason.WouldRevealOthers } => this[ReportTexts.NoteWouldReveal],
        Reading.Suppressed { Reason: SuppressionReason.AnsweredAlike } => this[ReportTexts.NoteAlike],
        Reading.Suppressed => this[ReportTexts.NoteTooFew],
        Reading.NoData => this[ReportTexts.NoteNoData],
        { Value: { IsPublished: true } } => this[ReportTexts.NotePublished],
        { Value: { IsFewAnswers: true } } => this[ReportTexts.NoteFew],
        { Value: { HasManyCantSay: true } } => this[ReportTexts.NoteManyCantSay],
        _ => "",
    };

    /// <summary>A number of a cell as a reader of the language expects it.</summary>
    public string Show(double value, int decimals, NumberStyle style) => style switch
    {
        NumberStyle.Signed => Numbers.Signed(value, decimals),
        NumberStyle.Percent => Numbers.Percent(value, decimals),
        NumberStyle.Count => Numbers.Count((long)value),
        NumberStyle.Year => value.ToString("F0", CultureInfo.InvariantCulture),
        NumberStyle.Probability => Numbers.Probability(value),
        _ => Numbers.Number(value, decimals),
    };

    /// <summary>A cell as a reader of the language expects it.</summary>
    public string Show(ReportCell cell) => cell switch
    {
        ReportCell.Number number => Show(number.Value, number.Decimals, number.Style) + (number.IsFew ? FewMark : ""),
        ReportCell.Interval { Style: NumberStyle.Percent } share =>
            Numbers.Interval(new(share.Lower * 100, share.Upper * 100), share.Decimals),
        ReportCell.Interval interval => Numbers.Interval(new(interval.Lower, interval.Upper), interval.Decimals),
        ReportCell.Text text => text.Value,
        ReportCell.Hidden => this[ReportTexts.Hidden],
        _ => "",
    };
}
