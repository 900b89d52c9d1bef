using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Invitations;

/// <summary>
/// The tie between a member's invitation and the answer handed in, of a survey that promises confidentiality and not anonymity
/// (<see cref="Confidentiality.Confidential"/>). It stands apart from the answer, so that results never meet it; panels use it.
/// </summary>
public sealed class ConfidentialLink : IFundOwned
{
    private ConfidentialLink()
    {
    }

    /// <summary>The invitation; one answer each.</summary>
    public InvitationId InvitationId { get; private set; }

    /// <summary>The answer.</summary>
    public ResponseId ResponseId { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Ties an answer to its invitation.</summary>
    public static ConfidentialLink Of(Invitation invitation, Response response) => new()
    {
        InvitationId = invitation.Id, ResponseId = response.Id, FundId = invitation.FundId,
    };
}
