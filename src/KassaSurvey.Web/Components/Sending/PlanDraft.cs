using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Web.Components.Sending;

/// <summary>A step as it is being changed.</summary>
internal sealed class PlanDraft(SendingStep step)
{
    /// <summary>Ways that can be chosen one after the other.</summary>
    public const int Places = 3;

    /// <summary>What can be chosen.</summary>
    public static readonly ContactChannels[] AllWays = [ContactChannels.Email, ContactChannels.Sms, ContactChannels.Letter, ContactChannels.None];

    /// <summary>Days after the invitation.</summary>
    public int Days { get; set; } = step.DaysAfter;

    /// <summary>The ways, the preferred first.</summary>
    public ContactChannels[] Ways { get; } = [.. step.Channels.Concat(Enumerable.Repeat(ContactChannels.None, Places)).Take(Places)];

    /// <summary>The step as chosen; a way chosen twice counts once.</summary>
    public SendingStep ToStep(bool isFirst) => new(isFirst ? 0 : Days, [.. Ways.Where(way => way != ContactChannels.None).Distinct()]);
}
