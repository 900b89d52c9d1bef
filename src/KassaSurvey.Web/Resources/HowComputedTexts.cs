namespace KassaSurvey.Web.Resources;

/// <summary>Texts of what stands behind a figure.</summary>
public sealed class HowComputedTexts
{
    public const string Title = nameof(Title);
    public const string Open = nameof(Open);
    public const string About = nameof(About);
    public const string Formula = nameof(Formula);
    public const string FormulaArea = nameof(FormulaArea);
    public const string FormulaPublished = nameof(FormulaPublished);
    public const string FormulaRecommendation = nameof(FormulaRecommendation);
    public const string Score = nameof(Score);
    public const string Population = nameof(Population);
    public const string Everybody = nameof(Everybody);
    public const string Weights = nameof(Weights);
    public const string Weighted = nameof(Weighted);
    public const string Unweighted = nameof(Unweighted);
    public const string DataVersion = nameof(DataVersion);
    public const string ValidAnswers = nameof(ValidAnswers);
    public const string CantSay = nameof(CantSay);
    public const string Mean = nameof(Mean);
    public const string Deviation = nameof(Deviation);
    public const string StandardError = nameof(StandardError);
    public const string Interval = nameof(Interval);
    public const string Index = nameof(Index);
    public const string Comparison = nameof(Comparison);
    public const string Verdict = nameof(Verdict);
    public const string Difference = nameof(Difference);
    public const string Freedom = nameof(Freedom);
    public const string Adjusted = nameof(Adjusted);
    public const string AdjustedExplored = nameof(AdjustedExplored);
    public const string NotAdjusted = nameof(NotAdjusted);
    public const string Margin = nameof(Margin);
    public const string EquivalenceP = nameof(EquivalenceP);
    public const string ReadMore = nameof(ReadMore);
    public const string Copy = nameof(Copy);
    public const string Copied = nameof(Copied);
    public const string NotCopied = nameof(NotCopied);
    public const string Close = nameof(Close);
    public const string Improved = nameof(Improved);
    public const string SlightlyImproved = nameof(SlightlyImproved);
    public const string Declined = nameof(Declined);
    public const string SlightlyDeclined = nameof(SlightlyDeclined);
    public const string Unchanged = nameof(Unchanged);
    public const string Inconclusive = nameof(Inconclusive);
    public const string NotComparable = nameof(NotComparable);
    public const string IndexRecipe = nameof(IndexRecipe);
    public const string WithoutCareless = nameof(WithoutCareless);
}
