using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>Begins the answer of an invitation, or joins the one that is in progress, in whichever browser that began.</summary>
public sealed class StartResponse(LinkReader links, QuestionnaireCache forms)
{
    /// <param name="Token">The link's token.</param>
    /// <param name="Language">The language chosen on the first page; null or unknown keeps the member's own.</param>
    /// <param name="Mode">How the member answers from now on.</param>
    public sealed record Command(string? Token, string? Language, string Mode = ResponseMode.Web);

    /// <param name="Page">The page to go on with.</param>
    public sealed record Started(int Page);

    public Task<Result<Started>> ExecuteAsync(Command command, CancellationToken cancellationToken) =>
        links.ChangeAsync<Started>(
            command.Token,
            forms,
            sheet =>
            {
                if (sheet.Standing == LinkStanding.Waiting)
                {
                    sheet.Start();
                }
                else if (!sheet.IsInProgress)
                {
                    return RespondingErrors.NotAnswerable;
                }

                sheet.Speak(command.Language);
                sheet.SwitchTo(command.Mode);
                return new Started(sheet.FirstOpenPage());
            },
            cancellationToken);
}
