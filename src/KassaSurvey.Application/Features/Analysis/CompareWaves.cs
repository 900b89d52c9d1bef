using System.Globalization;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>
/// Compares two years of a survey item by item. Answers do not know their members, so the years count as independent samples.
/// Figures pass the disclosure rule like everywhere.
/// </summary>
public sealed class CompareWaves(IKassaDatabase database, MeasuredWaves waves)
{
    /// <summary>Compares the years.</summary>
    public async Task<Result<ComparisonDocument>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadResults)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var found = await SurveyWaves.FindAsync(db, waves, query.FundKey, query.SurveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<ComparisonDocument>.Failed(found.Errors);
        }

        var (rule, history) = (found.Value.Rule, found.Value.History);
        foreach (var asked in new[] { query.Year, query.CompareYear }.OfType<int>())
        {
            if (!ReportingYear.IsValid(asked) || !history.Years.Contains(new(asked)))
            {
                return WaveErrors.YearNotFound(query.SurveyKey, asked);
            }
        }

        var year = new ReportingYear(query.Year);
        var earlier = history.Years.Where(known => known < year).Select(known => (int?)known.Value).LastOrDefault();
        if ((query.CompareYear ?? earlier) is not { } other || other == query.Year)
        {
            return AnalysisErrors.NothingToCompare(query.Year);
        }

        var current = history.Read(year, Population.Everybody, rule);
        var previous = history.Read(new(other), Population.Everybody, rule);
        var items = Items(query.Items, current);
        if (!items.IsSuccess)
        {
            return Result<ComparisonDocument>.Failed(items.Errors);
        }

        List<ComparedItem> family =
        [
            .. items.Value.Select(code => ComparedItem.Independent(
                code, ComparedItem.Side.Of(current.Question(code)), ComparedItem.Side.Of(previous.Question(code)))),
        ];
        return new ComparisonDocument(
            query.Year.ToString(CultureInfo.InvariantCulture),
            other.ToString(CultureInfo.InvariantCulture),
            ComparisonTest.Welch,
            query.Adjust,
            current.IsWeighted || previous.IsWeighted,
            null,
            ComparedItem.Judge(family, query.Adjust, query.Margin ?? new(history.Wave(year)?.MarginIndexPoints ?? Wave.DefaultMarginIndexPoints, false)),
            []);
    }

    /// <summary>The questions asked for, or all ratings; only what has a mean can be compared.</summary>
    private static Result<IReadOnlyList<string>> Items(IReadOnlyList<string> asked, WaveReadings wave)
    {
        var known = wave.Questionnaire.Questions.Where(question => question.IsRating || question.Kind == QuestionKind.Number).ToList();
        var codes = known.Select(question => question.Code).ToList();
        if (asked.Count == 0)
        {
            return Result.Of<IReadOnlyList<string>>([.. known.Where(question => question.IsRating).Select(question => question.Code)]);
        }

        var errors = asked.Where(item => !codes.Contains(item, StringComparer.OrdinalIgnoreCase))
            .Select(item => NearestName.Of(item, codes) is { } nearest
                ? AnalysisErrors.UnknownItemNear(item, nearest)
                : AnalysisErrors.UnknownItem(item, string.Join(", ", codes)))
            .ToList();
        return errors.Count > 0
            ? Result<IReadOnlyList<string>>.Failed(errors)
            : Result.Of<IReadOnlyList<string>>(
                [.. asked.Select(item => codes.Find(code => code.Equals(item, StringComparison.OrdinalIgnoreCase))!)]);
    }

    /// <summary>What is compared.</summary>
    /// <param name="FundKey">The fund.</param>
    /// <param name="SurveyKey">The survey.</param>
    /// <param name="Year">The current year.</param>
    /// <param name="CompareYear">The compared year; null = the year before that has anything.</param>
    /// <param name="Items">Question codes; none = every rating.</param>
    /// <param name="Adjust">How p-values are adjusted.</param>
    /// <param name="Margin">Half-width of "unchanged"; null = the wave's own.</param>
    public sealed record Query(
        string FundKey, string SurveyKey, int Year, int? CompareYear, IReadOnlyList<string> Items, PValueAdjustment Adjust, ChangeMargin? Margin);
}
