using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>What can be wrong with an import. The sentences are in ImportTexts, under the part after the dot.</summary>
public static class ImportErrors
{
    // The request.
    public static Error BadKey(string key) => Error.Of("Imports.BadKey", key);

    public static Error BadYear(int earliest, int latest) => Error.Of("Imports.BadYear", earliest, latest);

    public static Error WaveIsDraft(int year) => Error.Of("Imports.WaveIsDraft", year);

    public static Error WaveIsClosed(int year) => Error.Of("Imports.WaveIsClosed", year);

    public static Error WaveChanged() => Error.Of("Imports.WaveChanged");

    public static Error MembersChanged() => Error.Of("Imports.MembersChanged");

    // The file as a whole.
    public static Error NotAWorkbook() => Error.Of("Imports.NotAWorkbook");

    public static Error EmptyFile() => Error.Of("Imports.EmptyFile");

    public static Error NoRows() => Error.Of("Imports.NoRows");

    public static Error NotUtf8() => Error.Of("Imports.NotUtf8");

    public static Error LineTooLong(int maximum) => Error.Of("Imports.LineTooLong", maximum);

    public static Error UnterminatedQuote() => Error.Of("Imports.UnterminatedQuote");

    public static Error MisplacedQuote() => Error.Of("Imports.MisplacedQuote");

    // The heading.
    public static Error EmptyHeader(int column) => Error.Of("Imports.EmptyHeader", column);

    public static Error DuplicateColumn() => Error.Of("Imports.DuplicateColumn");

    public static Error UnknownColumn() => Error.Of("Imports.UnknownColumn");

    public static Error UnknownColumnNear(string nearest) => Error.Of("Imports.UnknownColumnNear", nearest);

    public static Error UnknownFigureColumn(string known) => Error.Of("Imports.UnknownFigureColumn", known);

    public static Error MissingColumn() => Error.Of("Imports.MissingColumn");

    public static Error NoQuestionColumn() => Error.Of("Imports.NoQuestionColumn");

    public static Error BadSegmentName(int maximum) => Error.Of("Imports.BadSegmentName", maximum);

    public static Error TooManySegments(int maximum) => Error.Of("Imports.TooManySegments", maximum);

    // A row.
    public static Error TooFewFields(int found, int expected) => Error.Of("Imports.TooFewFields", found, expected);

    public static Error TooManyFields(int found, int expected) => Error.Of("Imports.TooManyFields", found, expected);

    public static Error DuplicateId(int line) => Error.Of("Imports.DuplicateId", line);

    public static Error MissingId() => Error.Of("Imports.MissingId");

    public static Error IdTooLong(int maximum) => Error.Of("Imports.IdTooLong", maximum);

    public static Error BadId() => Error.Of("Imports.BadId");

    public static Error AlreadyImported() => Error.Of("Imports.AlreadyImported");

    // A cell.
    public static Error NotWholeNumber() => Error.Of("Imports.NotWholeNumber");

    public static Error NotNumber() => Error.Of("Imports.NotNumber");

    public static Error DecimalComma() => Error.Of("Imports.DecimalComma");

    public static Error OutOfScale(int minimum, int maximum) => Error.Of("Imports.OutOfScale", minimum, maximum);

    public static Error NotYesNo() => Error.Of("Imports.NotYesNo");

    public static Error UnknownOption(string codes) => Error.Of("Imports.UnknownOption", codes);

    public static Error ExclusiveOption(string code) => Error.Of("Imports.ExclusiveOption", code);

    public static Error TooManyChoices(int maximum) => Error.Of("Imports.TooManyChoices", maximum);

    public static Error CantSayNotOffered() => Error.Of("Imports.CantSayNotOffered");

    public static Error TextTooLong(int maximum) => Error.Of("Imports.TextTooLong", maximum);

    public static Error BadDate() => Error.Of("Imports.BadDate");

    public static Error DateTooEarly(int earliest) => Error.Of("Imports.DateTooEarly", earliest);

    public static Error DateInFuture() => Error.Of("Imports.DateInFuture");

    public static Error UnknownLanguage(string known) => Error.Of("Imports.UnknownLanguage", known);

    public static Error UnknownMode(string known) => Error.Of("Imports.UnknownMode", known);

    public static Error BadWeight() => Error.Of("Imports.BadWeight");

    public static Error BadDuration() => Error.Of("Imports.BadDuration");

    public static Error SegmentTooLong(int maximum) => Error.Of("Imports.SegmentTooLong", maximum);

    public static Error TooManyCategories(int maximum) => Error.Of("Imports.TooManyCategories", maximum);

    // Published figures.
    public static Error BadCode() => Error.Of("Imports.BadCode");

    public static Error UnknownCodeNear(string nearest) => Error.Of("Imports.UnknownCodeNear", nearest);

    public static Error BadScale(int highest) => Error.Of("Imports.BadScale", highest);

    public static Error MeanOutOfScale(int minimum, int maximum) => Error.Of("Imports.MeanOutOfScale", minimum, maximum);

    public static Error BadRespondents() => Error.Of("Imports.BadRespondents");

    public static Error BadDeviation(double widest) => Error.Of("Imports.BadDeviation", widest);

    public static Error BadShare() => Error.Of("Imports.BadShare");

    public static Error YearInFuture() => Error.Of("Imports.YearInFuture");

    public static Error MissingValue() => Error.Of("Imports.MissingValue");

    public static Error DuplicateFigure(int line) => Error.Of("Imports.DuplicateFigure", line);

    public static Error MicrodataExists(int year) => Error.Of("Imports.MicrodataExists", year);

    // An analyst's files.
    public static Error NegativeWeight() => Error.Of("Imports.NegativeWeight");

    public static Error DuplicateCategory(int line) => Error.Of("Imports.DuplicateCategory", line);

    // Members.
    public static Error DuplicateNumber(int line) => Error.Of("Imports.DuplicateNumber", line);

    public static Error BadEmail() => Error.Of("Imports.BadEmail");

    public static Error BadPhone() => Error.Of("Imports.BadPhone");

    public static Error IncompleteAddress() => Error.Of("Imports.IncompleteAddress");

    public static Error UnknownStanding(string known) => Error.Of("Imports.UnknownStanding", known);

    public static Error UnknownChannel(string known) => Error.Of("Imports.UnknownChannel", known);

    public static Error ActiveButLeft() => Error.Of("Imports.ActiveButLeft");

    public static Error TooManyLeavers(int missing, int active) => Error.Of("Imports.TooManyLeavers", missing, active);

    // Rows of a request.
    public static Error NotAnObject() => Error.Of("Imports.NotAnObject");

    public static Error UnknownField(string known) => Error.Of("Imports.UnknownField", known);

    public static Error BadTime() => Error.Of("Imports.BadTime");

    public static Error TimeInFuture() => Error.Of("Imports.TimeInFuture");

    public static Error BadTruth() => Error.Of("Imports.BadTruth");

    public static Error BadWait(int maximum) => Error.Of("Imports.BadWait", maximum);

    public static Error UnknownMember() => Error.Of("Imports.UnknownMember");

    public static Error DuplicateContact(int row) => Error.Of("Imports.DuplicateContact", row);

    public static Error OtherContact() => Error.Of("Imports.OtherContact");
}
