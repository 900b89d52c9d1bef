using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Letters;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>One letter, ready to be printed.</summary>
/// <param name="Name">Whom it goes to; empty when the fund gave no name.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Language">Its language.</param>
/// <param name="Sender">The fund's name.</param>
/// <param name="Message">Heading and words.</param>
/// <param name="Link">The member's link, for the square code.</param>
public sealed record PrintedLetter(string Name, PostalAddress Address, string Language, string Sender, ComposedMessage Message, string Link);

/// <summary>
/// The letters of a step that are still to be posted, without those whose member has answered or may not be written to any more. They
/// can be printed again and come out the same; they hold links and codes and belong to the printer alone. A code can be found from the
/// first time that it is printed.
/// </summary>
public sealed class GetLetters(IKassaDatabase database, QuestionnaireCache forms, IMemberAddresses addresses, ILinkKey key)
{
    /// <param name="Survey">The survey's key.</param>
    /// <param name="Year">The wave's year.</param>
    /// <param name="Step">The step.</param>
    public sealed record Query(string Survey, int Year, int Step);

    public async Task<Result<IReadOnlyList<PrintedLetter>>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        if (!addresses.IsSetUp)
        {
            return SendingErrors.NoSiteAddress;
        }

        await using var db = database.For(viewer);
        if (!ReportingYear.IsValid(query.Year)
            || await db.Waves.AsNoTracking().Where(row => row.Year == new ReportingYear(query.Year) && db.Surveys.Any(survey => survey.Id == row.SurveyId && survey.Key == query.Survey))
                .Select(row => (WaveId?)row.Id).SingleOrDefaultAsync(cancellationToken) is not { } wave
            || await FieldWave.LoadAsync(db, forms, wave, cancellationToken) is not { Wave.Status: WaveStatus.Open } field)
        {
            return SendingErrors.WaveNotFound;
        }

        var book = await TemplateBook.LoadAsync(db, wave, cancellationToken);
        var waiting = (await WaitingAsync(db, wave, query.Step, cancellationToken)).Where(row => row.Reason is null).ToList();
        await PrepareLetters.MakeFindableAsync(db, key, wave, [.. waiting.Select(row => (row.Message.FundId, row.Message.InvitationId))], cancellationToken);
        return waiting.Select(row => Letter(field, book, row.Message, row.Member)).ToList();
    }

    /// <summary>Letters of a step that have not been posted, each with why it shall not be.</summary>
    internal static async Task<List<(OutboxMessage Message, Member Member, SkipReason? Reason)>> WaitingAsync(
        KassaDbContext db, WaveId wave, int step, CancellationToken cancellationToken) =>
    [
        .. (await db.OutboxMessages
            .Where(row => row.WaveId == wave && row.Step == step && row.Channel == ContactChannels.Letter && row.Status == DeliveryStatus.Planned)
            .OrderBy(row => row.Id)
            .Join(db.Invitations, row => row.InvitationId, row => row.Id, (row, invitation) => new { Message = row, invitation.MemberId, invitation.Status })
            .Join(db.Members, row => row.MemberId, member => member.Id, (row, member) => new { row.Message, row.Status, Member = member })
            .ToListAsync(cancellationToken))
        .Select(row => (row.Message, row.Member, MessageDispatch.ReasonToSkip(row.Status, row.Member, ContactChannels.Letter))),
    ];

    private PrintedLetter Letter(FieldWave field, TemplateBook book, OutboxMessage row, Member member)
    {
        var secret = key.Key.Span;
        var link = addresses.LinkOf(InvitationToken.Of(row.InvitationId, secret));
        var message = ComposedMessage.Of(
            book.Find(row.Step, ContactChannels.Letter, row.Language), field.Form, row.Language,
            new(member.Name, link, addresses.OptOutOf(OptOutToken.Of(row.InvitationId, secret)), LetterCode.Of(row.InvitationId, secret)));
        return new(member.Name ?? "", member.Address!, row.Language, field.Form.FundName.In(row.Language), message, link);
    }
}
