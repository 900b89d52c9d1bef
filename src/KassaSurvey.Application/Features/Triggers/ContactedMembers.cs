using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Triggers;

namespace KassaSurvey.Application.Features.Triggers;

/// <summary>The members of some contacts, and what stands in the way of asking them.</summary>
/// <param name="Members">The members.</param>
/// <param name="Reasons">What the fund's contact policy says of each.</param>
/// <param name="InvitedHere">Members invited to the wave; grows with each that is asked.</param>
/// <param name="InvitedBefore">Members asked by an earlier wave within the days of the rule.</param>
/// <param name="Earliest">Contacts before this are not asked about any more, UTC.</param>
internal sealed record ContactedMembers(
    Dictionary<MemberId, Member> Members, Dictionary<MemberId, ExclusionReason> Reasons, HashSet<MemberId> InvitedHere,
    HashSet<MemberId> InvitedBefore, DateTime Earliest)
{
    /// <summary>Decides about a contact; the first reason that holds is given.</summary>
    public (TriggerOutcome Outcome, ContactChannels Channel) Decide(MemberContact contact, SendingStep step, ContactChannels available)
    {
        // Both enumerations give a reason the same number.
        var reason = (TriggerOutcome)Reasons.GetValueOrDefault(contact.MemberId);
        if (reason != TriggerOutcome.Asked)
        {
            return (reason, ContactChannels.None);
        }

        if (contact.HeldAt < Earliest)
        {
            return (TriggerOutcome.TooLongAgo, ContactChannels.None);
        }

        if (InvitedBefore.Contains(contact.MemberId))
        {
            return (TriggerOutcome.AskedRecently, ContactChannels.None);
        }

        if (InvitedHere.Contains(contact.MemberId))
        {
            return (TriggerOutcome.AlreadyInvited, ContactChannels.None);
        }

        var ways = Members[contact.MemberId].Reachable() & available;
        var channel = step.Channels.FirstOrDefault(way => way is ContactChannels.Email or ContactChannels.Sms && ways.HasFlag(way));
        if (channel == ContactChannels.None)
        {
            return (TriggerOutcome.Unreachable, ContactChannels.None);
        }

        InvitedHere.Add(contact.MemberId);
        return (TriggerOutcome.Asked, channel);
    }
}
