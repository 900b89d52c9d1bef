namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of translating and previewing a questionnaire.</summary>
public sealed class TranslationTexts
{
    public const string OneLanguageTitle = nameof(OneLanguageTitle);
    public const string OneLanguageText = nameof(OneLanguageText);
    public const string ToSettings = nameof(ToSettings);
    public const string Languages = nameof(Languages);
    public const string Progress = nameof(Progress);
    public const string ShowOpen = nameof(ShowOpen);
    public const string ShowAll = nameof(ShowAll);
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string AllDone = nameof(AllDone);
    public const string AreaGroup = nameof(AreaGroup);
    public const string QuestionGroup = nameof(QuestionGroup);
    public const string QuestionGroupInArea = nameof(QuestionGroupInArea);
    public const string NoSource = nameof(NoSource);
    public const string Missing = nameof(Missing);
    public const string Stale = nameof(Stale);
    public const string StillFits = nameof(StillFits);
    public const string Unsaved = nameof(Unsaved);
    public const string SaveAgain = nameof(SaveAgain);
    public const string FileTitle = nameof(FileTitle);
    public const string FileLead = nameof(FileLead);
    public const string Download = nameof(Download);
    public const string Upload = nameof(Upload);
    public const string UploadHint = nameof(UploadHint);
    public const string Taken = nameof(Taken);
    public const string Problems = nameof(Problems);
    public const string Row = nameof(Row);
    public const string Language = nameof(Language);
    public const string Reason = nameof(Reason);
    public const string WholeRow = nameof(WholeRow);
    public const string PreviewTitle = nameof(PreviewTitle);
    public const string PreviewLead = nameof(PreviewLead);
    public const string PreviewLanguage = nameof(PreviewLanguage);
    public const string PreviewWidth = nameof(PreviewWidth);
    public const string PreviewPages = nameof(PreviewPages);
    public const string Phone = nameof(Phone);
    public const string Desktop = nameof(Desktop);
    public const string FirstPage = nameof(FirstPage);
    public const string PageOfArea = nameof(PageOfArea);
    public const string PageOfQuestions = nameof(PageOfQuestions);
    public const string FrameTitle = nameof(FrameTitle);
    public const string SometimesTitle = nameof(SometimesTitle);
    public const string ShownWhen = nameof(ShownWhen);
}
