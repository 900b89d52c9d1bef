using System.Collections.Immutable;

namespace KassaSurvey.Domain.Surveys;

/// <summary>What the program suggests about a question in two years.</summary>
/// <param name="Change">The suggestion.</param>
/// <param name="Limit">The most that may be claimed: nobody can decide for more.</param>
public readonly record struct QuestionSuggestion(QuestionChange Change, QuestionChange Limit);

/// <summary>
/// Compares a question with itself in an earlier year. Each difference has its weight, and the heaviest is suggested:
/// <list type="bullet">
/// <item>Different: another kind of answer; another wording (<see cref="WordingDistance.Far"/>) of the question, its lead, an end label or an
/// option in the source language; an option more or less, or one that counts otherwise; another limit of choices.</item>
/// <item>Scale changed: another scale with the same wording.</item>
/// <item>Small edit: a typo in any language; another wording in a translation only; the order of the options; "can't say" offered or no
/// longer; another display condition, since other members are then asked.</item>
/// <item>Same: all else, also another area or place.</item>
/// </list>
/// A language that only one of the years has says nothing. Without the source language in both, every language counts like it.
/// </summary>
public static class QuestionComparison
{
    /// <summary>Suggests how comparable the two are.</summary>
    /// <param name="previous">The earlier year's.</param>
    /// <param name="current">The later year's.</param>
    /// <param name="sourceLanguage">The language that the others are translated from.</param>
    public static QuestionSuggestion Suggest(QuestionContent previous, QuestionContent current, string sourceLanguage)
    {
        var limit = previous.Kind != current.Kind ? QuestionChange.Different
            : previous.Scale != current.Scale ? QuestionChange.ScaleChanged
            : QuestionChange.Same;
        QuestionChange[] weights =
        [
            limit,
            Weigh(previous.Text, current.Text, sourceLanguage),
            Weigh(previous.Lead, current.Lead, sourceLanguage),
            Weigh(previous.MinimumLabel, current.MinimumLabel, sourceLanguage),
            Weigh(previous.MaximumLabel, current.MaximumLabel, sourceLanguage),
            Weigh(previous.Options, current.Options, sourceLanguage),
            previous.MaximumChoices == current.MaximumChoices ? QuestionChange.Same : QuestionChange.Different,
            previous.AllowsCantSay == current.AllowsCantSay ? QuestionChange.Same : QuestionChange.SmallEdit,
            previous.Condition == current.Condition ? QuestionChange.Same : QuestionChange.SmallEdit,
        ];
        return new(weights.Max(), limit);
    }

    /// <summary>Suggests from the scales alone, for a year whose wording is not known.</summary>
    /// <param name="previous">The earlier year's scale.</param>
    /// <param name="current">The later year's; null when it is no rating.</param>
    public static QuestionSuggestion Suggest(AnswerScale previous, AnswerScale? current)
    {
        var change = current is null ? QuestionChange.Different : current == previous ? QuestionChange.Same : QuestionChange.ScaleChanged;
        return new(change, change);
    }

    private static QuestionChange Weigh(LocalizedText previous, LocalizedText current, string sourceLanguage)
    {
        // A text that was not there at all adds to what is asked.
        if (previous.IsEmpty != current.IsEmpty)
        {
            return QuestionChange.Different;
        }

        var hasSource = previous.Has(sourceLanguage) && current.Has(sourceLanguage);
        var worst = QuestionChange.Same;
        foreach (var language in previous.Texts.Keys.Where(current.Has))
        {
            var change = Wording.Between(previous.Texts[language], current.Texts[language]) switch
            {
                WordingDistance.None => QuestionChange.Same,
                WordingDistance.Far when !hasSource || language == sourceLanguage => QuestionChange.Different,
                _ => QuestionChange.SmallEdit,
            };
            worst = change > worst ? change : worst;
        }

        return worst;
    }

    private static QuestionChange Weigh(ImmutableArray<AnswerOption> previous, ImmutableArray<AnswerOption> current, string sourceLanguage)
    {
        var earlier = previous.ToDictionary(option => option.Code, StringComparer.OrdinalIgnoreCase);
        if (previous.Length != current.Length || !current.All(option => earlier.TryGetValue(option.Code, out var same) && CountsAlike(same, option)))
        {
            return QuestionChange.Different;
        }

        var inOrder = previous.Select(option => option.Number).SequenceEqual(current.Select(option => option.Number));
        return current.Select(option => Weigh(earlier[option.Code].Label, option.Label, sourceLanguage))
            .Append(inOrder ? QuestionChange.Same : QuestionChange.SmallEdit)
            .Max();
    }

    private static bool CountsAlike(AnswerOption one, AnswerOption other) =>
        (one.Number, one.IsExclusive, one.IsCantSay) == (other.Number, other.IsExclusive, other.IsCantSay);
}
