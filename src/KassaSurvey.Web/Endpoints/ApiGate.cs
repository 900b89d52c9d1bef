using System.Globalization;
using System.Threading.RateLimiting;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Lets a fund's own systems in by their key, at a rate that leaves the members' pages their share of the server.</summary>
internal sealed class ApiGate(OpenWithKey openWithKey, IConfiguration configuration) : IDisposable
{
    /// <summary>Setting: requests of one key in a minute.</summary>
    public const string Setting = "Api:RequestsPerKeyAMinute";

    private const string Bearer = "Bearer ";
    private const int RequestsOfAKey = 300;
    private const int WrongKeysOfAnAddress = 30;

    private readonly PartitionedRateLimiter<string> _keys =
        PerMinute(configuration.GetValue<int?>(Setting) is { } given and > 0 ? given : RequestsOfAKey);

    private readonly PartitionedRateLimiter<string> _wrong = PerMinute(WrongKeysOfAnAddress);

    /// <param name="Viewer">Who calls.</param>
    /// <param name="Refusal">What is answered instead; null when the system may go on.</param>
    internal readonly record struct Entered(Viewer Viewer, IResult? Refusal);

    /// <summary>The key that a request carries; empty when it carries none.</summary>
    public static string KeyOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var given && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? given[Bearer.Length..].Trim() : "";

    /// <summary>Finds the system that calls, before anything of its body is read.</summary>
    public async Task<Entered> EnterAsync(HttpContext http, ApiScopes scope, CancellationToken cancellationToken)
    {
        var text = KeyOf(http);
        var viewer = await openWithKey.ExecuteAsync(text, cancellationToken);
        if (viewer.Fund is null)
        {
            using var wrong = _wrong.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return new(viewer, wrong.IsAcquired ? ApiProblem.KeyUnknown : TooMany(http));
        }

        // The first letters are the key's id: the secret is nobody's key in a table of this program.
        using var lease = _keys.AttemptAcquire(text[..(ApiKey.Prefix.Length + 10)]);
        return new(viewer, !lease.IsAcquired ? TooMany(http) : viewer.May(scope) ? null : ApiProblem.ScopeMissing(scope));
    }

    public void Dispose()
    {
        _keys.Dispose();
        _wrong.Dispose();
    }

    private static IResult TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
        return ApiProblem.TooMany;
    }

    private static PartitionedRateLimiter<string> PerMinute(int most) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }));
}
