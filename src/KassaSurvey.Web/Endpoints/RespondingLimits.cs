using System.Net;
using System.Threading.RateLimiting;
using KassaSurvey.Application.Features.Responding;

namespace KassaSurvey.Web.Endpoints;

/// <summary>
/// How much one link, and one address, may ask of the answering pages in a minute. A whole office shares one address, and answers on the
/// same day: its limit only stops floods. Requests of this machine are a proxy's that does not say whose, and are not counted by address.
/// </summary>
internal sealed class RespondingLimits(IConfiguration configuration) : IDisposable
{
    /// <summary>Setting: saves of one link in a minute.</summary>
    public const string LinkSetting = "Responding:SavesPerLinkAMinute";

    /// <summary>Setting: requests of one address in a minute.</summary>
    public const string AddressSetting = "Responding:RequestsPerAddressAMinute";

    /// <summary>Setting: receipt codes tried from one address in a minute.</summary>
    public const string ReceiptSetting = "Responding:ReceiptsPerAddressAMinute";

    /// <summary>Setting: codes of letters tried from one address in a minute.</summary>
    public const string LetterSetting = "Responding:LetterCodesPerAddressAMinute";

    /// <summary>Every answer is saved as it is chosen, and people change their minds.</summary>
    private const int SavesOfALink = 300;

    private const int RequestsOfAnAddress = 12_000;

    private const int ReceiptsOfAnAddress = 30;

    /// <summary>A waiting room's worth of people at one terminal; against 54 bits still nothing.</summary>
    private const int LettersOfAnAddress = 60;

    private readonly PartitionedRateLimiter<string> _links = PerMinute(configuration, LinkSetting, SavesOfALink);
    private readonly PartitionedRateLimiter<string> _addresses = PerMinute(configuration, AddressSetting, RequestsOfAnAddress);
    private readonly PartitionedRateLimiter<string> _receipts = PerMinute(configuration, ReceiptSetting, ReceiptsOfAnAddress);
    private readonly PartitionedRateLimiter<string> _letters = PerMinute(configuration, LetterSetting, LettersOfAnAddress);

    /// <summary>True when the address may ask once more.</summary>
    public bool Allow(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        {
            return true;
        }

        using var lease = _addresses.AttemptAcquire(address.ToString());
        return lease.IsAcquired;
    }

    /// <summary>True when the link may save once more.</summary>
    public bool Allow(MemberPass pass)
    {
        using var lease = _links.AttemptAcquire(pass.Handle);
        return lease.IsAcquired;
    }

    /// <summary>True when one more receipt code may be tried.</summary>
    public bool AllowReceipt(HttpContext http)
    {
        using var lease = _receipts.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    /// <summary>True when one more letter's code may be tried.</summary>
    public bool AllowLetter(HttpContext http)
    {
        using var lease = _letters.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _links.Dispose();
        _addresses.Dispose();
        _receipts.Dispose();
        _letters.Dispose();
    }

    private static PartitionedRateLimiter<string> PerMinute(IConfiguration configuration, string setting, int usual)
    {
        var most = configuration.GetValue<int?>(setting) is { } given and > 0 ? given : usual;
        return PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }));
    }
}
