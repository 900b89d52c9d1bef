using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>Where each finding of the check is mended.</summary>
public static class FindingPlaces
{
    /// <summary>The id of the last day's field in the step that opens the wave.</summary>
    public const string LastDay = "last-day";

    private static readonly string[] LastDayCodes = [FindingErrors.LastDayMissing.Code, FindingErrors.LastDayPast(default).Code];

    /// <summary>The address of a finding's place in its wave, or the page of the fund's face.</summary>
    public static string AddressOf(Finding finding, string survey, int year)
    {
        return finding.Place switch
        {
            { Kind: FindingPlaceKind.FundSettings } => AppUrls.FundFace,
            { Kind: FindingPlaceKind.Translation, Code: var key } => At(WaveStep.Translate, WaveUrls.TextAnchor(key)),
            { Kind: FindingPlaceKind.Area, Code: var code } => At(WaveStep.Edit, WaveUrls.AreaAnchor(code)),
            { Kind: FindingPlaceKind.Question, Code: var code } =>
                At(finding.What.Code == FindingErrors.ChangeUndecided("").Code ? WaveStep.Review : WaveStep.Edit, WaveUrls.QuestionAnchor(code)),
            { Kind: FindingPlaceKind.Settings } when LastDayCodes.Contains(finding.What.Code) => At(WaveStep.Open, LastDay),
            { Kind: FindingPlaceKind.Settings } => At(WaveStep.Edit, WaveUrls.SettingsAnchor),
            _ => At(WaveStep.Edit, null),
        };

        string At(string step, string? anchor) => WaveUrls.Wave(survey, year, step, anchor);
    }
}
