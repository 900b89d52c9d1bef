using System.Collections.Immutable;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>All that members see of one wave, apart from their own answers. Immutable; shared between requests.</summary>
/// <param name="FundId">The fund that asks.</param>
/// <param name="WaveId">The wave.</param>
/// <param name="Revision">The wave's revision it was read from.</param>
/// <param name="Face">Who asks, and how the fund shows itself.</param>
/// <param name="SurveyName">What the survey is called.</param>
/// <param name="Confidentiality">What members are promised about their answers.</param>
/// <param name="MinimumCell">Fewest answers behind any figure shown.</param>
/// <param name="ClosesOn">Last day of answering.</param>
/// <param name="Questionnaire">Questions and pages.</param>
/// <param name="AreaNames">Service areas by code.</param>
public sealed record SurveyForm(
    FundId FundId,
    WaveId WaveId,
    int Revision,
    PublicFace Face,
    LocalizedText SurveyName,
    Confidentiality Confidentiality,
    int MinimumCell,
    DateOnly? ClosesOn,
    Questionnaire Questionnaire,
    ImmutableDictionary<string, LocalizedText> AreaNames)
{
    /// <summary>Who asks.</summary>
    public LocalizedText FundName => Face.Name;

    /// <summary>True when the tie between member and answer is kept.</summary>
    public bool IsConfidential => Confidentiality == Confidentiality.Confidential;

    /// <summary>The languages the wave is asked in; never empty.</summary>
    public ImmutableArray<string> Languages { get; init; } = [.. Domain.Primitives.Languages.All];

    /// <summary>The language to speak: the first that the wave is asked in of the one wanted, the member's own, the fund's, and English.</summary>
    public string Speak(string? wanted, string own) =>
        new[] { wanted, own, Face.DefaultLanguage, Domain.Primitives.Languages.English }.FirstOrDefault(IsAskedIn) ?? Languages[0];

    /// <summary>True for a language that the wave is asked in.</summary>
    public bool IsAskedIn(string? language) => language is not null && Languages.Contains(language);

    /// <summary>How long it takes, in whole minutes: as the wave's editor states it, else as estimated.</summary>
    public int Minutes { get; init; } = AnsweringTime.MinutesOf(Questionnaire);
}
