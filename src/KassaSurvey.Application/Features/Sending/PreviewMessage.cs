using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>
/// Shows a message as a member gets it. The links in it lead nowhere: who prepares a survey must not be able to answer it for a member.
/// </summary>
public sealed class PreviewMessage(IKassaDatabase database, QuestionnaireCache forms, IMemberAddresses addresses)
{
    /// <param name="Wave">The wave.</param>
    /// <param name="Step">The step.</param>
    /// <param name="Channel">The way.</param>
    /// <param name="Language">The language; the member's own when a member is named.</param>
    /// <param name="MemberNumber">Whose message; empty for nobody's in particular.</param>
    public sealed record Query(WaveId Wave, int Step, ContactChannels Channel, string Language, string MemberNumber);

    /// <param name="Words">The words with their placeholders.</param>
    /// <param name="Message">The message.</param>
    /// <param name="Language">Its language.</param>
    /// <param name="Sms">Its length as a text message; null for other ways.</param>
    public sealed record View(MessageWords Words, ComposedMessage Message, string Language, SmsText? Sms);

    /// <summary>Stands in links of previews and tests: as long as a token, and none.</summary>
    internal static string NoToken { get; } = new('0', InvitationToken.Length);

    /// <summary>Looks like a letter's code, and is none: no code has a zero.</summary>
    private const string NoCode = "0000-0000-0000";

    public async Task<Result<View>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (!Languages.IsKnown(query.Language) || await FieldWave.LoadAsync(db, forms, query.Wave, cancellationToken) is not { } field)
        {
            return SendingErrors.WaveNotFound;
        }

        var (name, language) = (default(string), query.Language);
        if (query.MemberNumber.Length > 0)
        {
            var member = await db.Invitations.AsNoTracking().Where(row => row.WaveId == query.Wave)
                .Join(db.Members, row => row.MemberId, row => row.Id, (row, member) => new { member.Number, member.Name, row.Language })
                .SingleOrDefaultAsync(row => row.Number == query.MemberNumber, cancellationToken);
            if (member is null)
            {
                return SendingErrors.MemberNotInvited;
            }

            (name, language) = (member.Name, field.LanguageOf(member.Language));
        }

        var words = (await TemplateBook.LoadAsync(db, query.Wave, cancellationToken)).Find(query.Step, query.Channel, language);
        var message = ComposedMessage.Of(words, field.Form, language, new(name, addresses.LinkOf(NoToken), addresses.OptOutOf(NoToken), NoCode));
        return new View(words, message, language, query.Channel == ContactChannels.Sms ? SmsText.Measure(message.Text) : null);
    }
}
