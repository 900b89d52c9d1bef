using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Letters;

/// <summary>
/// Lists the codes that a wave's letters print, and makes those findable that are not yet. A second time it lists the same codes, without
/// those who have answered meanwhile: a reminder carries the code of the first letter.
/// </summary>
public sealed class PrepareLetters(IKassaDatabase database, ILinkKey key)
{
    private const int Batch = 1000;

    /// <param name="FundKey">The fund.</param>
    /// <param name="SurveyKey">The survey.</param>
    /// <param name="Year">The wave's year.</param>
    public sealed record Command(string FundKey, string SurveyKey, int Year);

    /// <param name="Member">The member's number, by which the fund addresses the letter.</param>
    /// <param name="Language">The member's language.</param>
    /// <param name="Code">What the letter prints.</param>
    public sealed record Letter(string Member, string Language, string Code);

    public async Task<Result<IReadOnlyList<Letter>>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var year = command.Year;
        var wave = await (
            from row in db.Waves
            join survey in db.Surveys on row.SurveyId equals survey.Id
            join fund in db.Funds on row.FundId equals fund.Id
            where fund.Key == command.FundKey && survey.Key == command.SurveyKey && row.Year == new ReportingYear(year)
            select new { row.Id, row.Status }).SingleOrDefaultAsync(cancellationToken);
        if (wave is not { Status: not WaveStatus.Closed })
        {
            return wave is null ? LetterErrors.NoSuchWave : LetterErrors.WaveClosed;
        }

        var asked = await (
            from invitation in db.Invitations
            join member in db.Members on invitation.MemberId equals member.Id
            where invitation.WaveId == wave.Id
                && (invitation.Status == InvitationStatus.Waiting || invitation.Status == InvitationStatus.Started)
            orderby member.Number
            select new { invitation.Id, invitation.FundId, invitation.Language, member.Number, member.Refuses }).AsNoTracking().ToListAsync(cancellationToken);
        asked.RemoveAll(row => row.Refuses.HasFlag(ContactChannels.Letter));
        await MakeFindableAsync(db, key, wave.Id, [.. asked.Select(row => (row.FundId, row.Id))], cancellationToken);
        return Result.Of<IReadOnlyList<Letter>>([.. asked.Select(row => new Letter(row.Number, row.Language, CodeOf(row.Id)))]);
    }

    /// <summary>Keeps the hash of each invitation's code, where it is not kept yet, so that the code leads to the invitation.</summary>
    internal static async Task MakeFindableAsync(
        KassaDbContext db, ILinkKey key, WaveId wave, IReadOnlyCollection<(FundId Fund, InvitationId Invitation)> asked, CancellationToken cancellationToken)
    {
        var known = await (
            from link in db.LetterLinks
            join invitation in db.Invitations on link.InvitationId equals invitation.Id
            where invitation.WaveId == wave
            select link.InvitationId).ToHashSetAsync(cancellationToken);
        foreach (var batch in asked.Where(row => !known.Contains(row.Invitation)).Chunk(Batch))
        {
            db.LetterLinks.AddRange(batch.Select(row => LetterLink.Of(
                row.Fund, row.Invitation, LetterCode.Hash(LetterCode.Of(row.Invitation, key.Key.Span), key.Key.Span)!)));
            // A batch that is written is of use by itself: the next run goes on after it.
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private string CodeOf(InvitationId invitation) => LetterCode.Of(invitation, key.Key.Span);
}
