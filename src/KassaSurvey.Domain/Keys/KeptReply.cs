using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Keys;

/// <summary>What a request with an <c>Idempotency-Key</c> was answered, so that a caller who tries again is answered alike.</summary>
public sealed class KeptReply : IFundOwned
{
    /// <summary>Longest <c>Idempotency-Key</c>, in characters.</summary>
    public const int LongestKey = 200;

    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private KeptReply()
    {
    }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>SHA-256 of the address, the key that called and the caller's own key, 64 hexadecimal digits.</summary>
    public string CallerKey { get; private set; } = "";

    /// <summary>SHA-256 of the request's body, 64 hexadecimal digits.</summary>
    public string BodyHash { get; private set; } = "";

    /// <summary>The answer's body: counts, places and reasons, no member's data.</summary>
    public string Body { get; private set; } = "";

    /// <summary>When it was answered, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Keeps an answer.</summary>
    public static KeptReply Of(FundId fund, string callerKey, string bodyHash, string body, DateTime at) => new()
    {
        FundId = fund, CallerKey = callerKey, BodyHash = bodyHash, Body = body, At = at,
    };
}
