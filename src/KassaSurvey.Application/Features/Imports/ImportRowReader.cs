using System.Buffers;
using System.Globalization;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>Reads the rows of a file of answers and finds everything that is wrong with each.</summary>
internal sealed class ImportRowReader
{
    /// <summary>The longest id of a response.</summary>
    public const int LongestId = 64;

    private static readonly SearchValues<char> LegalInId =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/");

    private readonly ImportColumns _columns;
    private readonly ImportRowRules _rules;
    private readonly ImportIssues _issues;
    private readonly SeenIds _seen = new();
    private readonly int _id;
    private readonly int _completedOn;
    private readonly int _language;
    private readonly int _mode;
    private readonly int _weight;
    private readonly int _duration;

    public ImportRowReader(ImportColumns columns, ImportRowRules rules, ImportIssues issues)
    {
        (_columns, _rules, _issues) = (columns, rules, issues);
        _id = columns.Place(ImportColumns.ResponseId);
        _completedOn = columns.Place(ImportColumns.CompletedOn);
        _language = columns.Place(ImportColumns.Language);
        _mode = columns.Place(ImportColumns.Mode);
        _weight = columns.Place(ImportColumns.Weight);
        _duration = columns.Place(ImportColumns.Duration);
    }

    private delegate Result<T> CellReader<T>(ReadOnlySpan<char> cell);

    /// <summary>Reads the current row; null when anything is wrong with it.</summary>
    public ImportedRow? Read(CsvRows rows)
    {
        var expected = _columns.Headings.Length;
        if (rows.FieldCount != expected)
        {
            _issues.Add(ImportIssue.Of(rows.Line, rows.FieldCount < expected
                ? ImportErrors.TooFewFields(rows.FieldCount, expected)
                : ImportErrors.TooManyFields(rows.FieldCount, expected)));
            return null;
        }

        var before = _issues.Count;
        var source = new ImportedResponse(
            ReadId(rows),
            ReadCell(rows, _language, ReadLanguage, _rules.DefaultLanguage),
            ReadCell(rows, _mode, ReadMode, ResponseMode.Unknown),
            ReadCell<DateOnly?>(rows, _completedOn, ReadDate, null),
            ReadCell<double?>(rows, _weight, ReadWeight, null),
            ReadSegments(rows))
        {
            DurationSeconds = ReadCell<double?>(rows, _duration, ReadDuration, null),
        };
        var answers = ReadAnswers(rows);
        return _issues.Count == before ? new(rows.Line, source, answers) : null;
    }

    private static Result<string> ReadLanguage(ReadOnlySpan<char> cell)
    {
        var code = Lowered(cell);
        return Languages.IsKnown(code) ? code : ImportErrors.UnknownLanguage(string.Join(", ", Languages.All));
    }

    private static Result<string> ReadMode(ReadOnlySpan<char> cell)
    {
        var mode = Lowered(cell);
        return ResponseMode.All.Contains(mode) ? mode : ImportErrors.UnknownMode(string.Join(", ", ResponseMode.All));
    }

    private static string Lowered(ReadOnlySpan<char> cell) =>
        string.Create(cell.Length, cell, (lowered, text) => text.ToLowerInvariant(lowered));

    private static Result<double?> ReadWeight(ReadOnlySpan<char> cell)
    {
        var number = AnswerCell.ReadNumber(cell);
        if (!number.IsSuccess)
        {
            return Result<double?>.Failed(number.Errors);
        }

        return number.Value > 0 ? (double?)number.Value : ImportErrors.BadWeight();
    }

    private static Result<double?> ReadDuration(ReadOnlySpan<char> cell)
    {
        var number = AnswerCell.ReadNumber(cell);
        if (!number.IsSuccess)
        {
            return Result<double?>.Failed(number.Errors);
        }

        return number.Value > 0 ? (double?)number.Value : ImportErrors.BadDuration();
    }

    private Result<DateOnly?> ReadDate(ReadOnlySpan<char> cell)
    {
        if (!DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return ImportErrors.BadDate();
        }

        if (day > _rules.LastDay)
        {
            return ImportErrors.DateInFuture();
        }

        return day.Year >= ReportingYear.Earliest ? (DateOnly?)day : ImportErrors.DateTooEarly(ReportingYear.Earliest);
    }

    private string ReadId(CsvRows rows)
    {
        if (_id < 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{_rules.FilePrefix}-{rows.Line}");
        }

        var cell = rows.Trimmed(_id);
        if (cell.IsEmpty)
        {
            AddIssue(rows, _id, ImportErrors.MissingId());
        }
        else if (cell.Length > LongestId)
        {
            AddIssue(rows, _id, ImportErrors.IdTooLong(LongestId));
        }
        else if (cell.ContainsAnyExcept(LegalInId))
        {
            AddIssue(rows, _id, ImportErrors.BadId());
        }
        else if (_seen.Add(cell, rows.Line) is > 0 and var line)
        {
            AddIssue(rows, _id, ImportErrors.DuplicateId(line));
        }

        return cell.ToString();
    }

    private Dictionary<string, string> ReadSegments(CsvRows rows)
    {
        var segments = new Dictionary<string, string>(_columns.Segments.Length);
        foreach (var (place, name) in _columns.Segments)
        {
            var cell = rows.Trimmed(place);
            if (cell.Length > Segment.MaximumLength)
            {
                AddIssue(rows, place, ImportErrors.SegmentTooLong(Segment.MaximumLength));
            }
            else if (!cell.IsEmpty)
            {
                segments[name] = _rules.Categories.Take(name, cell, out var category);
                if (!category)
                {
                    AddIssue(rows, place, ImportErrors.TooManyCategories(SegmentCategories.MaximumCount));
                }
            }
        }

        return segments;
    }

    private Dictionary<QuestionId, AnswerValue> ReadAnswers(CsvRows rows)
    {
        var byCode = new Dictionary<string, AnswerValue>(_columns.Questions.Length, StringComparer.OrdinalIgnoreCase);
        var answers = new Dictionary<QuestionId, AnswerValue>(_columns.Questions.Length);
        foreach (var (place, question) in _columns.Questions)
        {
            var cell = rows.Trimmed(place);
            if (cell.IsEmpty)
            {
                if (WasAsked(question, byCode))
                {
                    answers[question.Id] = AnswerValue.LeftEmpty;
                }

                continue;
            }

            var answer = AnswerCell.Read(question, cell);
            if (answer.IsSuccess)
            {
                byCode[question.Code] = answer.Value;
                answers[question.Id] = answer.Value;
            }
            else
            {
                AddIssue(rows, place, answer.Errors[0]);
            }
        }

        return answers;
    }

    /// <summary>An empty cell was left empty when its question must have been shown; when the file cannot tell, it was not asked.</summary>
    private bool WasAsked(Question question, Dictionary<string, AnswerValue> earlier) =>
        question.Condition is not { } condition
        || (_columns.Place(condition.QuestionCode) >= 0 && _rules.Questionnaire.IsShown(question, earlier));

    private T ReadCell<T>(CsvRows rows, int place, CellReader<T> read, T missing)
    {
        if (place < 0 || rows.Trimmed(place) is not { IsEmpty: false } cell)
        {
            return missing;
        }

        var value = read(cell);
        if (value.IsSuccess)
        {
            return value.Value;
        }

        AddIssue(rows, place, value.Errors[0]);
        return missing;
    }

    private void AddIssue(CsvRows rows, int place, Error reason) =>
        _issues.Add(ImportIssue.Of(rows.Line, _columns.Headings[place], rows.Trimmed(place), reason));
}
