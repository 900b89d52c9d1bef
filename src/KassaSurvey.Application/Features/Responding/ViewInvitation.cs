using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>What the first page behind a link says. Reads only: mail scanners open links.</summary>
public sealed class ViewInvitation(LinkReader links, QuestionnaireCache forms)
{
    public sealed record Query(string? Token);

    /// <param name="Form">The survey asked.</param>
    /// <param name="Standing">What the member can do now.</param>
    /// <param name="Language">The member's language.</param>
    public sealed record View(SurveyForm Form, LinkStanding Standing, string Language);

    public async Task<Result<View>> ExecuteAsync(Query query, CancellationToken cancellationToken)
    {
        if (await links.ReadAsync(query.Token, withAnswers: false, cancellationToken) is not { Link: var link })
        {
            return RespondingErrors.UnknownLink;
        }

        var form = await forms.GetAsync(link.FundId, link.WaveId, link.Revision, cancellationToken);
        return new View(form, link.On(links.Today), form.Speak(null, link.Language));
    }
}
