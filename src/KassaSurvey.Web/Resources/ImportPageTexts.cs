namespace KassaSurvey.Web.Resources;

/// <summary>Texts of the import page. What is wrong with a file is said by ImportIssueText.</summary>
public sealed class ImportPageTexts
{
    public const string Title = nameof(Title);
    public const string PageTitle = nameof(PageTitle);
    public const string Intro = nameof(Intro);
    public const string AnswersTab = nameof(AnswersTab);
    public const string FiguresTab = nameof(FiguresTab);
    public const string NoSurvey = nameof(NoSurvey);
    public const string Survey = nameof(Survey);
    public const string Year = nameof(Year);
    public const string YearIsNew = nameof(YearIsNew);
    public const string YearIsOpen = nameof(YearIsOpen);
    public const string YearIsClosed = nameof(YearIsClosed);
    public const string YearIsDraft = nameof(YearIsDraft);
    public const string Scale = nameof(Scale);
    public const string ScaleHelp = nameof(ScaleHelp);
    public const string BadScale = nameof(BadScale);
    public const string File = nameof(File);
    public const string AnswersFormat = nameof(AnswersFormat);
    public const string FiguresFormat = nameof(FiguresFormat);
    public const string FiguresIntro = nameof(FiguresIntro);
    public const string Check = nameof(Check);
    public const string FileTooLarge = nameof(FileTooLarge);
    public const string UploadFailed = nameof(UploadFailed);
    public const string ImportFailed = nameof(ImportFailed);
    public const string Uploading = nameof(Uploading);
    public const string Reading = nameof(Reading);
    public const string Checking = nameof(Checking);
    public const string Writing = nameof(Writing);
    public const string KeepOpen = nameof(KeepOpen);
    public const string Stop = nameof(Stop);
    public const string ResultHeading = nameof(ResultHeading);
    public const string Rows = nameof(Rows);
    public const string NewRows = nameof(NewRows);
    public const string AlreadyThere = nameof(AlreadyThere);
    public const string BadRows = nameof(BadRows);
    public const string ReplacedFigures = nameof(ReplacedFigures);
    public const string AddedQuestions = nameof(AddedQuestions);
    public const string IssuesHeading = nameof(IssuesHeading);
    public const string IssuesMore = nameof(IssuesMore);
    public const string Line = nameof(Line);
    public const string Column = nameof(Column);
    public const string Value = nameof(Value);
    public const string Reason = nameof(Reason);
    public const string AllGood = nameof(AllGood);
    public const string MustMend = nameof(MustMend);
    public const string NothingNew = nameof(NothingNew);
    public const string ImportAll = nameof(ImportAll);
    public const string ImportGood = nameof(ImportGood);
    public const string ImportNothing = nameof(ImportNothing);
    public const string Imported = nameof(Imported);
    public const string ImportedFigures = nameof(ImportedFigures);
    public const string SeeResults = nameof(SeeResults);
    public const string Another = nameof(Another);
}
