using KassaSurvey.Domain.Analysis;
using KassaSurvey.Web.Resources;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>What stands where a figure would: why it is hidden, or that nobody answered.</summary>
internal static class AbsentText
{
    /// <summary>The text's key in <see cref="OverviewTexts"/>.</summary>
    public static string Key(Reading reading) => reading switch
    {
        Reading.Suppressed { Reason: SuppressionReason.WouldRevealOthers } => OverviewTexts.WouldReveal,
        Reading.Suppressed { Reason: SuppressionReason.AnsweredAlike } => OverviewTexts.AnsweredAlike,
        Reading.Suppressed => OverviewTexts.TooFew,
        _ => OverviewTexts.NoAnswers,
    };
}
