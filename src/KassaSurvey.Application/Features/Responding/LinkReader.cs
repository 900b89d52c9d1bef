using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>
/// Turns the token of a link into what it leads to. The token is the member's only authority, so the use cases of this feature
/// take it where others take a viewer: a forged one is refused before any query, a genuine one reaches its own rows only.
/// </summary>
public sealed class LinkReader(IKassaDatabase database, ILinkKey key, TimeProvider time)
{
    /// <summary>The time now: how long answering takes is measured by it.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The day that decides whether a wave takes answers.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The token of an invitation.</summary>
    public string TokenOf(InvitationId invitation) => InvitationToken.Of(invitation, key.Key.Span);

    /// <summary>Handle and form seal of a genuine token; null for a forged one. Costs no query.</summary>
    public MemberPass? PassOf(string? token) =>
        InvitationToken.TryRead(token, key.Key.Span, out var invitation)
            ? new(token!, LinkHandle.Of(invitation, key.Key.Span), FormSeal.Of(invitation, key.Key.Span))
            : null;

    /// <summary>What is kept of a receipt code.</summary>
    internal byte[] HashOf(string receipt) => ReceiptCode.Hash(receipt, key.Key.Span);

    /// <summary>Reads what the token leads to; null when the link leads nowhere.</summary>
    internal async Task<LinkState?> ReadAsync(string? token, bool withAnswers, CancellationToken cancellationToken) =>
        InvitationToken.TryRead(token, key.Key.Span, out var invitation)
            ? await database.Answers.ReadAsync(invitation, withAnswers, cancellationToken)
            : null;

    /// <summary>Changes the answer that the token leads to. The sheet holds what stands now; what is done to it is written.</summary>
    /// <param name="token">The link's token.</param>
    /// <param name="forms">Where the wave's form comes from.</param>
    /// <param name="decide">Decides while no other session can change anything. An error writes nothing. May be asked again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async Task<Result<T>> ChangeAsync<T>(
        string? token, QuestionnaireCache forms, Func<AnswerSheet, Result<T>> decide, CancellationToken cancellationToken)
    {
        if (!InvitationToken.TryRead(token, key.Key.Span, out var invitation))
        {
            return RespondingErrors.UnknownLink;
        }

        while (true)
        {
            Result<T> result = RespondingErrors.UnknownLink;
            MemberLink? unread = null;
            await database.Answers.ChangeAsync(
                invitation,
                state =>
                {
                    (result, unread) = (RespondingErrors.UnknownLink, null);
                    if (state is null)
                    {
                        return null;
                    }

                    if (forms.Find(state.Link) is not { } form)
                    {
                        unread = state.Link;
                        return null;
                    }

                    var sheet = new AnswerSheet(form, state, Today);
                    sheet.Change.At = Now;
                    result = decide(sheet);
                    return result.IsSuccess && !sheet.Change.IsEmpty ? sheet.Change : null;
                },
                cancellationToken);
            if (unread is null)
            {
                return result;
            }

            // Nobody waits for the database while others wait to be written: the form is read first, and then all is asked again.
            await forms.GetAsync(unread.FundId, unread.WaveId, unread.Revision, cancellationToken);
        }
    }
}

/// <summary>What a genuine token stands for in a browser.</summary>
/// <param name="Token">The token.</param>
/// <param name="Handle">Stands for it in addresses.</param>
/// <param name="Seal">What the link's forms carry.</param>
public sealed record MemberPass(string Token, string Handle, string Seal);
