using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Comments;

/// <summary>What was written to an open question of a wave, in the one order in which it may be told.</summary>
internal static class WrittenComments
{
    /// <summary>The answers with words in them.</summary>
    public static IQueryable<Answer> Of(KassaDbContext db, WaveId wave, QuestionId question) =>
        from answer in db.Answers.AsNoTracking()
        join response in db.Responses on answer.ResponseId equals response.Id
        where response.WaveId == wave && response.Status == ResponseStatus.Completed
            && answer.QuestionId == question && answer.Text != null && answer.Text != ""
        select answer;

    /// <summary>By their words: in the order of the answers' rows a comment could be laid beside the row it belongs to.</summary>
    public static IQueryable<string> InOrder(this IQueryable<Answer> written) =>
        written.OrderBy(answer => answer.Text).ThenBy(answer => answer.ResponseId).Select(answer => answer.Text!);
}
