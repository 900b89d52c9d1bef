using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Sends a step's e-mail to the person who prepares it, in each language, marked as a test. Its links lead nowhere.</summary>
public sealed class SendTest(IKassaDatabase database, QuestionnaireCache forms, IMailSender mail, IMemberAddresses addresses, ILinkKey key)
{
    /// <param name="Wave">The wave.</param>
    /// <param name="Step">The step.</param>
    /// <param name="Languages">The languages.</param>
    public sealed record Command(WaveId Wave, int Step, IReadOnlyList<string> Languages);

    /// <returns>The address the tests went to.</returns>
    public async Task<Result<string>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        if (!mail.IsSetUp)
        {
            return SendingErrors.ChannelNotSetUp;
        }

        await using var db = database.For(viewer);
        if (await FieldWave.LoadAsync(db, forms, command.Wave, cancellationToken) is not { } field)
        {
            return SendingErrors.WaveNotFound;
        }

        // The own address and no other: a test must not be a way to write to members past the outbox.
        var person = Guid.TryParse(viewer.Name, out var id)
            ? await db.Users.AsNoTracking().Where(user => user.Id == id && user.FundId == viewer.Fund).Select(user => new { user.Email, user.DisplayName })
                .SingleOrDefaultAsync(cancellationToken)
            : null;
        if (person?.Email is not { Length: > 0 } address)
        {
            return SendingErrors.NoOwnAddress;
        }

        var book = await TemplateBook.LoadAsync(db, command.Wave, cancellationToken);
        foreach (var language in command.Languages.Where(Languages.IsKnown))
        {
            var message = ComposedMessage.Of(
                book.Find(command.Step, ContactChannels.Email, language), field.Form, language,
                new(person.DisplayName, addresses.LinkOf(PreviewMessage.NoToken), addresses.OptOutOf(PreviewMessage.NoToken)));
            var marked = message with { Subject = string.Format(null, MessageTexts.In(language, MessageTexts.TestMark), message.Subject) };
            var reference = MessageReference.Of(NewId.Of<OutboxMessageId>(), key.Key.Span);
            var outcome = await mail.SendAsync(
                new(address, field.Form.FundName.In(language), field.Form.Face.ContactEmail, marked, language, reference, OptOutAddress: ""), cancellationToken);
            if (outcome.Outcome != HandOverOutcome.Accepted)
            {
                return SendingErrors.TestFailed;
            }
        }

        return address;
    }
}
