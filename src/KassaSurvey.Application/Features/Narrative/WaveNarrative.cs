using System.Collections.Immutable;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>The story of a year in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Sentences">What it says, in order; the headline first.</param>
public sealed record WaveNarrative(string Language, ImmutableArray<NarrativeSentence> Sentences)
{
    /// <summary>The first sentence, or empty when there is nothing to say.</summary>
    public string Headline => Sentences.IsEmpty ? "" : Sentences[0].Text;

    /// <summary>The sentences of one part, as a paragraph.</summary>
    public string Paragraph(NarrativePart part) =>
        string.Join(' ', Sentences.Where(sentence => sentence.Part == part).Select(sentence => sentence.Text));
}

/// <summary>A fact and its words.</summary>
/// <param name="Part">The paragraph it belongs to.</param>
/// <param name="Fact">What is said.</param>
/// <param name="Text">How.</param>
public sealed record NarrativeSentence(NarrativePart Part, NarrativeFact Fact, string Text);

/// <summary>The paragraphs of a narrative, in order.</summary>
public enum NarrativePart
{
    /// <summary>The overall grade, its change and its standing.</summary>
    Headline = 1,

    /// <summary>What is good and what is weak.</summary>
    Areas = 2,

    /// <summary>What became better or worse.</summary>
    Changes = 3,

    /// <summary>How members had been in contact, and what they want developed.</summary>
    Members = 4,

    /// <summary>Who answered, and how the figures were made.</summary>
    Method = 5,
}
