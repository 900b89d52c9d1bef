using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Security;

/// <summary>Roles as pages and endpoints name them; the use cases behind them ask the viewer again.</summary>
public static class Access
{
    /// <summary>Reads results: the same roles as <see cref="Viewer.MayReadResults"/>.</summary>
    public const string Results = $"{Role.Admin},{Role.SurveyManager},{Role.Manager},{Role.Analyst}";

    /// <summary>Runs surveys: the same roles as <see cref="Viewer.MayRunSurveys"/>.</summary>
    public const string Surveys = $"{Role.Admin},{Role.SurveyManager}";

    /// <summary>Interviews members: the same roles as <see cref="Viewer.MayInterview"/>.</summary>
    public const string Interviews = $"{Role.Admin},{Role.SurveyManager},{Role.Interviewer}";
}
