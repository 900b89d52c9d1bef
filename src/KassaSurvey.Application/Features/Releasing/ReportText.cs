using System.Collections.Immutable;
using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Releases;

namespace KassaSurvey.Application.Features.Releasing;

/// <summary>The sentences of a report with what people made of them.</summary>
/// <param name="Sentences">What the report says, in order.</param>
/// <param name="Lost">Edits of sentences that the report does not have any more: the results say something else now.</param>
/// <param name="Log">Every edit, newest first.</param>
public sealed record ReportText(ImmutableArray<ReportSentence> Sentences, ImmutableArray<NarrativeEdit> Lost, IReadOnlyList<NarrativeEdit> Log)
{
    /// <summary>Edits made before their figures changed, which are not in the report.</summary>
    public int StaleCount => Sentences.Count(sentence => sentence.IsStale) + Lost.Length;

    /// <summary>Sentences of the report in somebody's own words.</summary>
    public int EditedCount => Sentences.Count(sentence => sentence.IsEdited);

    /// <summary>The results' own words, without edits.</summary>
    public static ReportText Of(SurveyResults survey, string language) => Of(WriteNarrative.Of(survey, language), []);

    /// <summary>Puts the edits into a narrative.</summary>
    /// <param name="narrative">What the results say.</param>
    /// <param name="log">Every edit of the year's report in that language, newest first.</param>
    public static ReportText Of(WaveNarrative narrative, IReadOnlyList<NarrativeEdit> log)
    {
        var newest = log.DistinctBy(edit => edit.Sentence, StringComparer.Ordinal)
            .Where(edit => !edit.IsWithdrawn)
            .ToDictionary(edit => edit.Sentence, StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var sentences = ImmutableArray.CreateBuilder<ReportSentence>(narrative.Sentences.Length);
        foreach (var sentence in narrative.Sentences)
        {
            var key = KeyOf(sentence, counts);
            newest.Remove(key, out var edit);
            sentences.Add(new(key, sentence, edit));
        }

        return new(sentences.ToImmutable(), [.. newest.Values.OrderBy(edit => edit.At)], log);
    }

    /// <summary>The narrative in the words of its editors.</summary>
    public WaveNarrative In(string language) => new(language, [.. Sentences.Select(sentence => sentence.Written with { Text = sentence.Text })]);

    /// <summary>What kind of thing is said, and which of that kind: the same in every language, whatever the figures are.</summary>
    private static string KeyOf(NarrativeSentence sentence, Dictionary<string, int> counts)
    {
        var kind = $"{sentence.Part}.{sentence.Fact.Kind}";
        var count = counts[kind] = counts.GetValueOrDefault(kind) + 1;
        return $"{kind}.{count}";
    }
}

/// <summary>A sentence of a report.</summary>
/// <param name="Key">Which sentence.</param>
/// <param name="Written">What the results say by themselves.</param>
/// <param name="Edit">The newest edit, or null.</param>
public sealed record ReportSentence(string Key, NarrativeSentence Written, NarrativeEdit? Edit)
{
    /// <summary>True when the edit was made of other words: a figure has changed since, and the report has the results' own words.</summary>
    public bool IsStale => Edit is not null && Edit.Generated != Written.Text;

    /// <summary>True when the report has the edit's words.</summary>
    public bool IsEdited => Edit is not null && !IsStale;

    /// <summary>What the report says.</summary>
    public string Text => IsEdited ? Edit!.Text : Written.Text;
}
