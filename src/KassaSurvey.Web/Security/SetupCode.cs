using System.Security.Cryptography;
using System.Text;

namespace KassaSurvey.Web.Security;

/// <summary>
/// The code that proves that the person at the set-up page is the one who reads the server's log. It works once; after
/// <see cref="Tries"/> wrong guesses it is replaced by a new one.
/// </summary>
public sealed class SetupCode(IConfiguration configuration, ILogger<SetupCode> log)
{
    /// <summary>Wrong guesses a code takes.</summary>
    public const int Tries = 5;

    /// <summary>Setting: a code of the operator's own, for set-up by a script.</summary>
    public const string Setting = "Setup:Code";

    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    private readonly Lock _lock = new();
    private string? _code = configuration[Setting];
    private int _wrong;

    /// <summary>Makes a code if there is none, and prints it in the log.</summary>
    public void Print()
    {
        lock (_lock)
        {
            _code ??= NewCode();
            log.LogInformation("No fund is set up yet. Open {Address} and give this code: {SetupCode}", AppUrls.Setup, _code);
        }
    }

    /// <summary>True when the code is the right one. It stays valid until <see cref="Spend"/>, so that a form can be corrected.</summary>
    public bool Accepts(string? given)
    {
        lock (_lock)
        {
            if (_code is null)
            {
                return false;
            }

            if (CryptographicOperations.FixedTimeEquals(Digest(given ?? ""), Digest(_code)))
            {
                return true;
            }

            if (++_wrong >= Tries)
            {
                (_code, _wrong) = (NewCode(), 0);
                Print();
            }

            return false;
        }
    }

    /// <summary>Makes the code worthless.</summary>
    public void Spend()
    {
        lock (_lock)
        {
            _code = null;
        }
    }

    // Digests are of one length, so the comparison tells nothing about the code's own.
    private static byte[] Digest(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()));

    private static string NewCode() => string.Join(
        '-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));
}
