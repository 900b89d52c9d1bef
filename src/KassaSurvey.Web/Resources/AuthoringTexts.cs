namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the pages that compose a wave.</summary>
public sealed class AuthoringTexts
{
    public const string SurveysTitle = nameof(SurveysTitle);
    public const string SurveysLead = nameof(SurveysLead);
    public const string NoSurveyTitle = nameof(NoSurveyTitle);
    public const string NoSurveyText = nameof(NoSurveyText);
    public const string ImportAnswers = nameof(ImportAnswers);
    public const string NoWaveTitle = nameof(NoWaveTitle);
    public const string NoWaveText = nameof(NoWaveText);
    public const string NewWave = nameof(NewWave);
    public const string NewWaveOf = nameof(NewWaveOf);
    public const string WaveOf = nameof(WaveOf);
    public const string StatusDraft = nameof(StatusDraft);
    public const string StatusOpen = nameof(StatusOpen);
    public const string StatusClosed = nameof(StatusClosed);
    public const string StepsLabel = nameof(StepsLabel);
    public const string StepReview = nameof(StepReview);
    public const string StepEdit = nameof(StepEdit);
    public const string StepTranslate = nameof(StepTranslate);
    public const string StepPreview = nameof(StepPreview);
    public const string StepCheck = nameof(StepCheck);
    public const string StepOpen = nameof(StepOpen);
    public const string StepCorrections = nameof(StepCorrections);
    public const string StepComparability = nameof(StepComparability);
    public const string CountUndecided = nameof(CountUndecided);
    public const string CountTexts = nameof(CountTexts);
    public const string CountBlocking = nameof(CountBlocking);
    public const string AllSurveys = nameof(AllSurveys);
    public const string WaveNotFound = nameof(WaveNotFound);
    public const string WaveNotFoundText = nameof(WaveNotFoundText);
    public const string StaleTitle = nameof(StaleTitle);
    public const string StaleReload = nameof(StaleReload);
    public const string LastChanged = nameof(LastChanged);
    public const string QuestionCount = nameof(QuestionCount);
}
