using KassaSurvey.Domain.Members;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>The ways by which this installation can reach members.</summary>
public sealed class SendingWays(IMailSender mail, ISmsSender sms)
{
    /// <summary>The ways that are set up. Letters are printed by people and always can be.</summary>
    public ContactChannels Available =>
        (mail.IsSetUp ? ContactChannels.Email : ContactChannels.None) | (sms.IsSetUp ? ContactChannels.Sms : ContactChannels.None)
        | ContactChannels.Letter;
}
