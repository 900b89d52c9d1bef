using System.Globalization;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Fieldwork;

/// <summary>Outcomes and response rates of a wave by the definitions of AAPOR.</summary>
public sealed partial class FieldworkOutcomes(RateWave rateWave, IStringLocalizer<ErrorTexts> errorTexts)
{
    /// <summary>As the kernel computes them (ResponseRates); the symbols stand in the table of outcomes.</summary>
    private static readonly (string Name, string Formula)[] Definitions =
    [
        ("RR1", "I / (I + P + R + NC + O + UH + UO)"),
        ("RR2", "(I + P) / (I + P + R + NC + O + UH + UO)"),
        ("RR3", "I / (I + P + R + NC + O + e (UH + UO))"),
        ("RR4", "(I + P) / (I + P + R + NC + O + e (UH + UO))"),
        ("RR5", "I / (I + P + R + NC + O)"),
        ("RR6", "(I + P) / (I + P + R + NC + O)"),
    ];

    private OutcomeDocument? _document;
    private IReadOnlyList<string> _errors = [];
    private bool _isCounting;

    private static NumberText Numbers => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private static IEnumerable<(string Name, string Symbol, long Count)> OutcomesOf(OutcomeCounts counts) =>
    [
        (FieldworkTexts.OutcomeComplete, "1.1 I", counts.Complete),
        (FieldworkTexts.OutcomePartial, "1.2 P", counts.Partial),
        (FieldworkTexts.OutcomeRefusal, "2.1 R", counts.Refusal),
        (FieldworkTexts.OutcomeNonContact, "2.2 NC", counts.NonContact),
        (FieldworkTexts.OutcomeOther, "2.3 O", counts.Other),
        (FieldworkTexts.OutcomeUnknownHousehold, "3.1 UH", counts.UnknownHousehold),
        (FieldworkTexts.OutcomeUnknownOther, "3.2 UO", counts.UnknownOther),
        (FieldworkTexts.OutcomeNotEligible, "4", counts.NotEligible),
    ];

    private async Task CountAsync()
    {
        _isCounting = true;
        var counted = await rateWave.FollowAsync(Session.Viewer, Draft.WaveId, Gone);
        _isCounting = false;
        _errors = errorTexts.Of(counted.Errors);
        _document = counted.IsSuccess ? counted.Value : null;
    }
}
