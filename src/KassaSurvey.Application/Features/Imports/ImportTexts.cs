using System.Globalization;
using System.Resources;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>The sentences of imports, in four languages.</summary>
public static class ImportTexts
{
    public const string IssueOfFile = nameof(IssueOfFile);
    public const string IssueOfRow = nameof(IssueOfRow);
    public const string IssueOfColumn = nameof(IssueOfColumn);
    public const string IssueOfCell = nameof(IssueOfCell);
    public const string NotAllowed = nameof(NotAllowed);
    public const string BadKey = nameof(BadKey);
    public const string BadYear = nameof(BadYear);
    public const string FundNotFound = nameof(FundNotFound);
    public const string SurveyNotFound = nameof(SurveyNotFound);
    public const string YearNotFound = nameof(YearNotFound);
    public const string WaveIsDraft = nameof(WaveIsDraft);
    public const string WaveIsClosed = nameof(WaveIsClosed);
    public const string WaveChanged = nameof(WaveChanged);
    public const string MembersChanged = nameof(MembersChanged);
    public const string NotAWorkbook = nameof(NotAWorkbook);
    public const string EmptyFile = nameof(EmptyFile);
    public const string NoRows = nameof(NoRows);
    public const string NotUtf8 = nameof(NotUtf8);
    public const string LineTooLong = nameof(LineTooLong);
    public const string UnterminatedQuote = nameof(UnterminatedQuote);
    public const string MisplacedQuote = nameof(MisplacedQuote);
    public const string EmptyHeader = nameof(EmptyHeader);
    public const string DuplicateColumn = nameof(DuplicateColumn);
    public const string UnknownColumn = nameof(UnknownColumn);
    public const string UnknownColumnNear = nameof(UnknownColumnNear);
    public const string UnknownFigureColumn = nameof(UnknownFigureColumn);
    public const string MissingColumn = nameof(MissingColumn);
    public const string NoQuestionColumn = nameof(NoQuestionColumn);
    public const string BadSegmentName = nameof(BadSegmentName);
    public const string TooManySegments = nameof(TooManySegments);
    public const string TooFewFields = nameof(TooFewFields);
    public const string TooManyFields = nameof(TooManyFields);
    public const string DuplicateId = nameof(DuplicateId);
    public const string MissingId = nameof(MissingId);
    public const string IdTooLong = nameof(IdTooLong);
    public const string BadId = nameof(BadId);
    public const string AlreadyImported = nameof(AlreadyImported);
    public const string NotWholeNumber = nameof(NotWholeNumber);
    public const string NotNumber = nameof(NotNumber);
    public const string DecimalComma = nameof(DecimalComma);
    public const string OutOfScale = nameof(OutOfScale);
    public const string NotYesNo = nameof(NotYesNo);
    public const string UnknownOption = nameof(UnknownOption);
    public const string ExclusiveOption = nameof(ExclusiveOption);
    public const string TooManyChoices = nameof(TooManyChoices);
    public const string CantSayNotOffered = nameof(CantSayNotOffered);
    public const string TextTooLong = nameof(TextTooLong);
    public const string BadDate = nameof(BadDate);
    public const string DateTooEarly = nameof(DateTooEarly);
    public const string DateInFuture = nameof(DateInFuture);
    public const string UnknownLanguage = nameof(UnknownLanguage);
    public const string UnknownMode = nameof(UnknownMode);
    public const string BadWeight = nameof(BadWeight);
    public const string BadDuration = nameof(BadDuration);
    public const string SegmentTooLong = nameof(SegmentTooLong);
    public const string TooManyCategories = nameof(TooManyCategories);
    public const string BadCode = nameof(BadCode);
    public const string UnknownCodeNear = nameof(UnknownCodeNear);
    public const string BadScale = nameof(BadScale);
    public const string MeanOutOfScale = nameof(MeanOutOfScale);
    public const string BadRespondents = nameof(BadRespondents);
    public const string BadDeviation = nameof(BadDeviation);
    public const string BadShare = nameof(BadShare);
    public const string YearInFuture = nameof(YearInFuture);
    public const string MissingValue = nameof(MissingValue);
    public const string DuplicateFigure = nameof(DuplicateFigure);
    public const string NegativeWeight = nameof(NegativeWeight);
    public const string DuplicateCategory = nameof(DuplicateCategory);
    public const string DuplicateNumber = nameof(DuplicateNumber);
    public const string NotAnObject = nameof(NotAnObject);
    public const string UnknownField = nameof(UnknownField);
    public const string BadTime = nameof(BadTime);
    public const string TimeInFuture = nameof(TimeInFuture);
    public const string BadTruth = nameof(BadTruth);
    public const string BadWait = nameof(BadWait);
    public const string UnknownMember = nameof(UnknownMember);
    public const string DuplicateContact = nameof(DuplicateContact);
    public const string OtherContact = nameof(OtherContact);
    public const string BadEmail = nameof(BadEmail);
    public const string BadPhone = nameof(BadPhone);
    public const string IncompleteAddress = nameof(IncompleteAddress);
    public const string UnknownStanding = nameof(UnknownStanding);
    public const string UnknownChannel = nameof(UnknownChannel);
    public const string ActiveButLeft = nameof(ActiveButLeft);
    public const string TooManyLeavers = nameof(TooManyLeavers);
    public const string MicrodataExists = nameof(MicrodataExists);

    private static readonly ResourceManager Texts = new(typeof(ImportTexts));

    /// <summary>The sentence with this key.</summary>
    public static string Get(string key, CultureInfo culture) =>
        Texts.GetString(key, culture) ?? throw new ArgumentException($"There is no sentence '{key}'.", nameof(key));
}
