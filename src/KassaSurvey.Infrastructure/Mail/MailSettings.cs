namespace KassaSurvey.Infrastructure.Mail;

/// <summary>The mail server of the installation.</summary>
public sealed class MailSettings
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Mail";

    /// <summary>The server's name; empty = no e-mail is sent.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port: 587 with StartTls, 465 with Tls.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>User name; empty = no sign-in.</summary>
    public string User { get; set; } = "";

    /// <summary>Password.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender's address; bounces come back to it.</summary>
    public string From { get; set; } = "";

    /// <summary>The mailbox that bounces come back to.</summary>
    public BounceSettings Bounces { get; set; } = new();
}

/// <summary>The mailbox that bounces come back to, over IMAP.</summary>
public sealed class BounceSettings
{
    /// <summary>The server's name; empty = no mailbox is read.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 993;

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    /// <summary>User name.</summary>
    public string User { get; set; } = "";

    /// <summary>Password.</summary>
    public string Password { get; set; } = "";
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Not at all: for a server on the same machine.</summary>
    None,

    /// <summary>Encrypted from the second line on; refused when the server cannot.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,
}
