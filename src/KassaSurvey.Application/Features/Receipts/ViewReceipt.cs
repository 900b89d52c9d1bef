using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Receipts;

/// <summary>Says what a receipt code would erase: which survey, when, how many answers. Not the answers: somebody may look over a shoulder.</summary>
public sealed class ViewReceipt(ReceiptReader receipts)
{
    /// <param name="Code">The code as typed.</param>
    public sealed record Query(string? Code);

    /// <param name="FundKey">Who asked, as addresses name it.</param>
    /// <param name="Fund">Who asked.</param>
    /// <param name="Survey">What was asked.</param>
    /// <param name="Year">For which year.</param>
    /// <param name="CompletedOn">The day it was handed in.</param>
    /// <param name="Answers">Questions answered.</param>
    /// <param name="IsSealed">True when the wave is closed: released results change with their next version only.</param>
    public sealed record View(
        string FundKey, LocalizedText Fund, LocalizedText Survey, ReportingYear Year, DateOnly? CompletedOn, int Answers, bool IsSealed);

    public async Task<Result<View>> ExecuteAsync(Query query, CancellationToken cancellationToken)
    {
        var (db, response) = await receipts.OpenAsync(query.Code, cancellationToken);
        await using var open = db;
        if (response is null)
        {
            return ReceiptReader.UnknownCode;
        }

        var answers = await db.Answers.CountAsync(
            row => row.ResponseId == response.Id && row.State != Domain.Responding.AnswerState.LeftEmpty, cancellationToken);
        return await (
            from wave in db.Waves
            join survey in db.Surveys on wave.SurveyId equals survey.Id
            join fund in db.Funds on wave.FundId equals fund.Id
            where wave.Id == response.WaveId
            select new View(fund.Key, fund.Name, survey.Name, wave.Year, response.CompletedOn, answers, wave.Status == WaveStatus.Closed))
            .SingleAsync(cancellationToken);
    }
}
