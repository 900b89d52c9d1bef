using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>What stands behind one figure, line by line, so that an analyst can compute it again.</summary>
/// <param name="Name">The figure.</param>
/// <param name="Current">Its reading this year.</param>
/// <param name="Compared">Its reading in the compared year, or null.</param>
/// <param name="Change">The comparison, or null.</param>
/// <param name="Kind">What kind of figure it is: that decides the formula.</param>
public sealed record HowComputed(string Name, Reading Current, Reading? Compared, Change? Change, FigureKind Kind) : IExplained
{
    private const int Precise = 4;

    /// <summary>What <see cref="Current"/> is of, where it is not the year's: a group.</summary>
    public string? CurrentName { get; init; }

    /// <summary>What <see cref="Compared"/> is of, where it is not the compared year's.</summary>
    public string? ComparedName { get; init; }

    /// <summary>True when the change is between groups, of which the words for years do not hold.</summary>
    public bool IsBetweenGroups { get; init; }

    /// <summary>The family that the p-value is adjusted in.</summary>
    public ComparisonFamily Family { get; init; } = ComparisonFamily.Headline;

    /// <inheritdoc />
    public bool HasFigures => Current.Value is not null;

    /// <summary>What is said of this year's figure alone.</summary>
    public IEnumerable<Line> FigureLines(IStringLocalizer<HowComputedTexts> texts, NumberText numbers) =>
        Current.Value is { } current ? Figure(current, texts, numbers) : [];

    /// <summary>What is said of its change alone.</summary>
    public IEnumerable<Line> ChangeLines(IStringLocalizer<HowComputedTexts> texts, NumberText numbers) =>
        Change is { } change ? Comparison(change, texts, numbers) : [];

    /// <summary>The lines, in groups.</summary>
    public IEnumerable<Group> Groups(WaveResults results, IStringLocalizer<HowComputedTexts> texts, NumberText numbers)
    {
        yield return new(texts[HowComputedTexts.About], [.. About(results, texts, numbers)]);
        if (Current.Value is { } current)
        {
            yield return new(CurrentName ?? results.Year.ToString(), [.. Figure(current, texts, numbers)]);
        }

        if ((ComparedName ?? results.ComparedYear?.ToString()) is { } name && Compared?.Value is { } compared)
        {
            yield return new(name, [.. Figure(compared, texts, numbers)]);
        }

        if (Change is { } change)
        {
            yield return new(texts[HowComputedTexts.Comparison], [.. Comparison(change, texts, numbers)]);
        }
    }

    /// <summary>The methods behind it, as names of pages.</summary>
    public IEnumerable<string> Methods()
    {
        yield return "mean";
        if (Change is not null)
        {
            yield return "difference";
            yield return "equivalence";
            yield return "multiple-testing";
        }
    }

    private IEnumerable<Line> About(WaveResults results, IStringLocalizer<HowComputedTexts> texts, NumberText numbers)
    {
        yield return new(texts[HowComputedTexts.Formula], Kind switch
        {
            FigureKind.Area => texts[HowComputedTexts.FormulaArea],
            FigureKind.Recommendation => texts[HowComputedTexts.FormulaRecommendation],
            _ when Current.Value?.IsPublished == true => texts[HowComputedTexts.FormulaPublished],
            _ => results.IsWeighted ? "m = Σwy / Σw" : "m = Σy / n",
        });
        if (Kind == FigureKind.Overall && results.Index is { Current.Recipe: var recipe })
        {
            yield return new(texts[HowComputedTexts.IndexRecipe], RecipeText(recipe, numbers));
        }

        var population = results.Population.IsEverybody ? texts[HowComputedTexts.Everybody].Value : PopulationText.Of(results.Population);
        yield return new(
            texts[HowComputedTexts.Population],
            results.IsWithoutCareless ? $"{population}, {texts[HowComputedTexts.WithoutCareless]}" : population);
        yield return new(texts[HowComputedTexts.Weights], texts[results.IsWeighted ? HowComputedTexts.Weighted : HowComputedTexts.Unweighted]);
        yield return new(texts[HowComputedTexts.DataVersion], results.DataVersion);
    }

    /// <summary>Name and version, then each question with its weight where they differ: "ecsi/1: OVERALL, EXP_MET, EXP_IDEAL".</summary>
    private static string RecipeText(IndexRecipe recipe, NumberText numbers)
    {
        var isEven = recipe.Items.All(item => item.Weight.Equals(recipe.Items[0].Weight));
        var items = recipe.Items.Select(item => isEven ? item.QuestionCode : $"{item.QuestionCode} × {numbers.Number(item.Weight, Decimals.Mean)}");
        return $"{recipe.Key}: {string.Join(", ", items)}";
    }

    private IEnumerable<Line> Figure(Measurement value, IStringLocalizer<HowComputedTexts> texts, NumberText numbers)
    {
        if (!value.IsPublished || value.N > 0)
        {
            yield return new(texts[HowComputedTexts.ValidAnswers], numbers.Count(value.N));
        }

        if (value.CantSay > 0)
        {
            yield return new(texts[HowComputedTexts.CantSay], $"{numbers.Count(value.CantSay)} ({numbers.Percent(value.CantSayShare)})");
        }

        if (value.Mean is { } mean)
        {
            var scale = value.Scale is { } ends ? $" ({NumberText.Scale(ends)})" : "";
            yield return new(texts[Kind == FigureKind.Recommendation ? HowComputedTexts.Score : HowComputedTexts.Mean] + scale, numbers.Number(mean.Value, Precise));
            if (double.IsFinite(mean.StandardError))
            {
                yield return new(texts[HowComputedTexts.Deviation], numbers.Number(mean.StandardDeviation, Precise));
                yield return new(texts[HowComputedTexts.StandardError], numbers.Number(mean.StandardError, Precise));
                yield return new(texts[HowComputedTexts.Interval], numbers.Interval(mean.Interval(), Precise));
            }
        }

        if (value.Index is { } index)
        {
            yield return new(texts[HowComputedTexts.Index] + IndexFormula(value.Scale), numbers.Number(index.Value, Precise));
        }
    }

    private static string IndexFormula(AnswerScale? scale) =>
        scale is { } ends && ends != AnswerScale.Index ? $" = (m − {ends.Minimum}) / {ends.Width} · 100" : "";

    private IEnumerable<Line> Comparison(Change change, IStringLocalizer<HowComputedTexts> texts, NumberText numbers)
    {
        if (!IsBetweenGroups)
        {
            // The words are of years: a group is not improved against another.
            yield return new(texts[HowComputedTexts.Verdict], texts[change.Verdict.ToString()]);
        }

        if (change.Test is { } test)
        {
            yield return new(texts[HowComputedTexts.Difference], numbers.Signed(test.Difference, Precise));
            yield return new(texts[HowComputedTexts.StandardError], numbers.Number(test.StandardError, Precise));
            yield return new(texts[HowComputedTexts.Interval], numbers.Interval(test.Interval(), Precise));
            yield return new("t", numbers.Number(test.T, Precise));
            yield return new(texts[HowComputedTexts.Freedom], numbers.Number(test.DegreesOfFreedom, 1));
            yield return new("p (Welch)", numbers.Probability(test.PValue));
            yield return new(texts[AdjustedAs], numbers.Probability(change.AdjustedP ?? double.NaN));
        }

        if (change.Equivalence is { } equivalence)
        {
            yield return new(texts[HowComputedTexts.Margin], "±" + numbers.Number(change.Margin, Precise));
            yield return new(texts[HowComputedTexts.EquivalenceP], numbers.Probability(equivalence.PValue));
        }
    }

    private string AdjustedAs => Family == ComparisonFamily.Exploratory ? HowComputedTexts.AdjustedExplored
        : Kind is FigureKind.Overall or FigureKind.Recommendation ? HowComputedTexts.NotAdjusted
        : HowComputedTexts.Adjusted;

    /// <summary>Lines under one heading.</summary>
    public sealed record Group(string Heading, IReadOnlyList<Line> Lines);

    /// <summary>One fact.</summary>
    public sealed record Line(string Label, string Value);
}

/// <summary>What kind of figure is explained.</summary>
public enum FigureKind
{
    /// <summary>The overall grade, a family of its own.</summary>
    Overall,

    /// <summary>A service area.</summary>
    Area,

    /// <summary>A question.</summary>
    Question,

    /// <summary>The recommendation score, a family of its own.</summary>
    Recommendation,
}
