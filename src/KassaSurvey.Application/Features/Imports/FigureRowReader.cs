using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>Reads the rows of a file of published figures and finds everything that is wrong with each.</summary>
/// <param name="columns">Where the columns stand.</param>
/// <param name="knownCodes">The codes of the survey's questions.</param>
/// <param name="answered">The years and codes (upper case) whose answers are here.</param>
/// <param name="thisYear">The latest year that is not in the future.</param>
/// <param name="issues">Takes what is wrong.</param>
internal sealed class FigureRowReader(
    FigureColumns columns, IReadOnlySet<string> knownCodes, IReadOnlySet<(int Year, string Code)> answered, int thisYear, ImportIssues issues)
{
    private const int LongestSource = 500;

    private readonly Dictionary<(int Year, string Code), int> _seen = [];

    private delegate Result<T> CellReader<T>(ReadOnlySpan<char> cell);

    /// <summary>Reads the current row; null when anything is wrong with it.</summary>
    public FigureRow? Read(CsvRows rows)
    {
        if (rows.FieldCount != columns.Count)
        {
            issues.Add(ImportIssue.Of(rows.Line, rows.FieldCount < columns.Count
                ? ImportErrors.TooFewFields(rows.FieldCount, columns.Count)
                : ImportErrors.TooManyFields(rows.FieldCount, columns.Count)));
            return null;
        }

        var before = issues.Count;
        var year = Cell<int?>(rows, FigureColumns.Year, cell => Widen(ReadYear(cell)));
        var code = Cell<string?>(rows, FigureColumns.QuestionCode, cell => ReadCode(cell)!);
        var minimum = Cell<int?>(rows, FigureColumns.ScaleMinimum, cell => Widen(AnswerCell.ReadWhole(cell)));
        var maximum = Cell<int?>(rows, FigureColumns.ScaleMaximum, cell => Widen(AnswerCell.ReadWhole(cell)));
        var mean = Cell<double?>(rows, FigureColumns.Mean, cell => Widen(AnswerCell.ReadNumber(cell)));
        var respondents = Cell<int?>(rows, FigureColumns.Respondents, ReadRespondents, isNeeded: false);
        var deviation = Cell<double?>(rows, FigureColumns.Deviation, cell => Widen(AnswerCell.ReadNumber(cell)), isNeeded: false);
        var share = Cell<double?>(rows, FigureColumns.TopShare, ReadShare, isNeeded: false);
        var source = Cell<string?>(rows, FigureColumns.Source, ReadSource!);
        var scale = CheckScale(rows, minimum, maximum, mean, deviation);
        CheckIdentity(rows, year, code);
        return issues.Count == before && columns[FigureColumns.Source] >= 0 && scale is not null && mean is not null && year is not null && code is not null
            ? new(rows.Line, new(year.Value), code, scale.Value, mean.Value, respondents, deviation, share, source!)
            : null;
    }

    private static Result<T?> Widen<T>(Result<T> result)
        where T : struct => result.IsSuccess ? (T?)result.Value : Result<T?>.Failed(result.Errors);

    private static Result<int?> ReadRespondents(ReadOnlySpan<char> cell)
    {
        var respondents = AnswerCell.ReadWhole(cell);
        return respondents is { IsSuccess: true, Value: < 1 } ? ImportErrors.BadRespondents() : Widen(respondents);
    }

    private static Result<double?> ReadShare(ReadOnlySpan<char> cell)
    {
        var share = AnswerCell.ReadNumber(cell);
        return share is { IsSuccess: true, Value: < 0 or > 1 } ? ImportErrors.BadShare() : Widen(share);
    }

    private static Result<string> ReadSource(ReadOnlySpan<char> cell) =>
        cell.Length <= LongestSource ? cell.ToString() : ImportErrors.TextTooLong(LongestSource);

    private Result<int> ReadYear(ReadOnlySpan<char> cell)
    {
        var year = AnswerCell.ReadWhole(cell);
        if (!year.IsSuccess)
        {
            return year;
        }

        if (!ReportingYear.IsValid(year.Value))
        {
            return ImportErrors.BadYear(ReportingYear.Earliest, ReportingYear.Latest);
        }

        return year.Value <= thisYear ? year : ImportErrors.YearInFuture();
    }

    /// <summary>A code that no wave has yet is taken: figures may be older than any wave. A code beside a known one is a slip.</summary>
    private Result<string> ReadCode(ReadOnlySpan<char> cell)
    {
        var code = cell.ToString();
        if (!CodeText.IsCode(code))
        {
            return ImportErrors.BadCode();
        }

        return !knownCodes.Contains(code) && NearestName.Of(code, knownCodes) is { } nearest ? ImportErrors.UnknownCodeNear(nearest) : code;
    }

    private AnswerScale? CheckScale(CsvRows rows, int? minimum, int? maximum, double? mean, double? deviation)
    {
        if (minimum is not { } low || maximum is not { } high)
        {
            return null;
        }

        if (!AnswerScale.IsValid(low, high))
        {
            AddIssue(rows, FigureColumns.ScaleMinimum, ImportErrors.BadScale(AnswerScale.HighestBound));
            return null;
        }

        if (mean < low || mean > high)
        {
            AddIssue(rows, FigureColumns.Mean, ImportErrors.MeanOutOfScale(low, high));
        }

        // Half the answers at each end give the widest deviation; n - 1 in its denominator widens it further, at most by the root of 2.
        var widest = (high - low) / Math.Sqrt(2);
        if (deviation < 0 || deviation > widest)
        {
            AddIssue(rows, FigureColumns.Deviation, ImportErrors.BadDeviation(Math.Round(widest, 2)));
        }

        return new AnswerScale(low, high);
    }

    private void CheckIdentity(CsvRows rows, int? year, string? code)
    {
        if (year is null || code is null)
        {
            return;
        }

        var identity = (year.Value, code.ToUpperInvariant());
        if (answered.Contains(identity))
        {
            AddIssue(rows, FigureColumns.QuestionCode, ImportErrors.MicrodataExists(year.Value));
        }

        if (!_seen.TryAdd(identity, rows.Line))
        {
            AddIssue(rows, FigureColumns.QuestionCode, ImportErrors.DuplicateFigure(_seen[identity]));
        }
    }

    private T? Cell<T>(CsvRows rows, string column, CellReader<T?> read, bool isNeeded = true)
    {
        var place = columns[column];
        if (place < 0)
        {
            return default;
        }

        var cell = rows.Trimmed(place);
        if (cell.IsEmpty)
        {
            if (isNeeded)
            {
                AddIssue(rows, column, ImportErrors.MissingValue());
            }

            return default;
        }

        var value = read(cell);
        if (value.IsSuccess)
        {
            return value.Value;
        }

        AddIssue(rows, column, value.Errors[0]);
        return default;
    }

    private void AddIssue(CsvRows rows, string column, Error reason) =>
        issues.Add(ImportIssue.Of(rows.Line, column, rows.Trimmed(columns[column]), reason));
}
