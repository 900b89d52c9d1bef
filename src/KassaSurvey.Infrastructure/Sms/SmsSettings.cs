namespace KassaSurvey.Infrastructure.Sms;

/// <summary>The gateway that sends text messages; see docs/sms-gateway.md.</summary>
public sealed class SmsSettings
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Sms";

    /// <summary>Where messages are posted; empty = no text messages are sent.</summary>
    public string Address { get; set; } = "";

    /// <summary>The key that the gateway knows this installation by.</summary>
    public string Key { get; set; } = "";

    /// <summary>The sender shown, as far as the gateway allows one.</summary>
    public string Sender { get; set; } = "";
}
