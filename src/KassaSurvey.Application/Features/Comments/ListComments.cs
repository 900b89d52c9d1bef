using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Comments;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Comments;

/// <summary>
/// What members wrote in their own words, page by page. Comments stand alone: without segments, without a day, in alphabetical order,
/// with identity codes hidden, and not at all where there are fewer than <see cref="Floor"/> of them.
/// </summary>
public sealed class ListComments(IKassaDatabase database)
{
    /// <summary>Fewest comments shown together.</summary>
    public const int Floor = 10;

    /// <summary>Comments on a page.</summary>
    public const int PageSize = 20;

    /// <summary>While answers come in, a new comment could be told from who has just answered.</summary>
    public static Error NotYet { get; } = Error.Of("Comments.NotYet");

    /// <summary>Overall grades as shares of the scale: low, middling, high.</summary>
    private static readonly (double From, double To)[] Bands = [(0, 0.5), (0.5, 0.8), (0.8, 1.01)];

    /// <summary>Lists them.</summary>
    public async Task<Result<CommentPage>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadComments)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var found = await FoundSurvey.FindAsync(db, null, query.SurveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<CommentPage>.Failed(found.Errors);
        }

        var survey = found.Value.Survey.Id;
        var year = ReportingYear.IsValid(query.Year) ? new ReportingYear(query.Year) : default;
        var wave = await db.Waves.AsNoTracking().Include(row => row.Questions)
            .SingleOrDefaultAsync(row => row.SurveyId == survey && row.Year == year && row.Status != WaveStatus.Draft, cancellationToken);
        var questions = new Questionnaire(wave?.Questions ?? []);
        if (wave is null || questions.Find(query.Code) is not { Kind: QuestionKind.OpenText } question)
        {
            return ResultErrors.QuestionNotFound(query.Code, query.Year);
        }

        if (wave.Status != WaveStatus.Closed)
        {
            return NotYet;
        }

        var written = WrittenComments.Of(db, wave.Id, question.Id);
        var counts = await CountAsync(db, written, questions.Find(Survey.OverallCode), cancellationToken);
        var shown = query.Band is { } band && counts.Bands.Length > 0 ? Within(db, written, questions.Find(Survey.OverallCode)!, Bands[(int)band]) : written;
        var total = query.Band is { } chosen && counts.Bands.Length > 0 ? counts.Bands[(int)chosen] : counts.All;
        if (counts.All < Floor)
        {
            return new CommentPage(found.Value.Fund, wave.Year, question, counts.All == 0 ? 0 : null, [], [], 1);
        }

        var page = Math.Clamp(query.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var texts = await shown.InOrder().Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new CommentPage(found.Value.Fund, wave.Year, question, total, counts.Bands, [.. texts.Select(CommentMask.Of)], page);
    }

    // All bands or none: one that is left out could be told from the others.
    private static async Task<(int All, ImmutableArray<int> Bands)> CountAsync(
        KassaDbContext db, IQueryable<Answer> written, Question? overall, CancellationToken cancellationToken)
    {
        var all = await written.CountAsync(cancellationToken);
        if (all < Floor || overall?.Scale is null)
        {
            return (all, []);
        }

        var bands = ImmutableArray.CreateBuilder<int>(Bands.Length);
        foreach (var band in Bands)
        {
            bands.Add(await Within(db, written, overall, band).CountAsync(cancellationToken));
        }

        return (all, bands.Any(count => count is > 0 and < Floor) || all - bands.Sum() is > 0 and < Floor ? [] : bands.ToImmutable());
    }

    private static IQueryable<Answer> Within(KassaDbContext db, IQueryable<Answer> written, Question overall, (double From, double To) band)
    {
        var scale = overall.Scale!.Value;
        var from = (int)Math.Ceiling(scale.Minimum + (band.From * scale.Width) - 1e-9);
        var to = (int)Math.Ceiling(scale.Minimum + (band.To * scale.Width) - 1e-9);
        return written.Where(answer => db.Answers.Any(grade =>
            grade.ResponseId == answer.ResponseId && grade.QuestionId == overall.Id && grade.State == AnswerState.Given && grade.Code >= from && grade.Code < to));
    }

    /// <summary>What is asked.</summary>
    /// <param name="SurveyKey">The survey; null = the fund's first.</param>
    /// <param name="Year">The year.</param>
    /// <param name="Code">The question.</param>
    /// <param name="Band">Only of those who graded the fund like this; null = all.</param>
    /// <param name="Page">The page, from 1; one beyond the end is the last.</param>
    public sealed record Query(string? SurveyKey, int Year, string Code, GradeBand? Band, int Page);
}

/// <summary>How members graded the fund.</summary>
public enum GradeBand
{
    /// <summary>The lower half of the scale: 1-3 of 7.</summary>
    Low = 0,

    /// <summary>4-5 of 7.</summary>
    Middle = 1,

    /// <summary>6-7 of 7.</summary>
    High = 2,
}

/// <summary>A page of comments.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Year">The year.</param>
/// <param name="Question">The question they answer.</param>
/// <param name="Total">How many there are in all on these terms; null when they are too few to show.</param>
/// <param name="Bands">How many by <see cref="GradeBand"/>; empty where that would leave too few anywhere.</param>
/// <param name="Texts">The comments of this page, what would name a person hidden.</param>
/// <param name="Page">Its number, from 1.</param>
public sealed record CommentPage(
    Fund Fund, ReportingYear Year, Question Question, int? Total, ImmutableArray<int> Bands, ImmutableArray<string> Texts, int Page);
