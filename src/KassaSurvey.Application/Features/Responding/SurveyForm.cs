using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>All that members see of one wave, apart from their own answers. Immutable; shared between requests.</summary>
/// <param name="FundId">The fund that asks.</param>
/// <param name="WaveId">The wave.</param>
/// <param name="Revision">The wave's revision it was read from.</param>
/// <param name="FundName">Who asks.</param>
/// <param name="SurveyName">What the survey is called.</param>
/// <param name="ContactEmail">Whom members can ask.</param>
/// <param name="MinimumCell">Fewest answers behind any figure shown.</param>
/// <param name="ClosesOn">Last day of answering.</param>
/// <param name="Questionnaire">Questions and pages.</param>
/// <param name="AreaNames">Service areas by code.</param>
public sealed record SurveyForm(
    FundId FundId,
    WaveId WaveId,
    int Revision,
    LocalizedText FundName,
    LocalizedText SurveyName,
    string ContactEmail,
    int MinimumCell,
    DateOnly? ClosesOn,
    Questionnaire Questionnaire,
    ImmutableDictionary<string, LocalizedText> AreaNames);
