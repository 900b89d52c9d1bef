using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Invitations;

/// <summary>Leads from the code of a letter to its invitation. It holds the code's hash only: a copy of the database opens no survey.</summary>
public sealed class LetterLink : IFundOwned
{
    private LetterLink()
    {
    }

    /// <summary>The invitation; one code each.</summary>
    public InvitationId InvitationId { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary><see cref="LetterCode.Hash"/> of the code.</summary>
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>Makes the code of an invitation findable.</summary>
    /// <param name="fund">The invitation's fund.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="codeHash">Hash of its code.</param>
    public static LetterLink Of(FundId fund, InvitationId invitation, byte[] codeHash) => new()
    {
        FundId = fund, InvitationId = invitation, CodeHash = codeHash,
    };
}
