using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Dashboards;

/// <summary>An address that shows chosen blocks of one result to anybody who holds it, until a day. The row knows a hash of it only.</summary>
public sealed class PublicLink : IFundOwned
{
    /// <summary>Longest time a link is good for, in days.</summary>
    public const int MaximumDays = 400;

    /// <summary>Longest note, in characters.</summary>
    public const int MaximumNoteLength = 120;

    private const int TokenSize = 24;

    private PublicLink()
    {
    }

    /// <summary>Identity.</summary>
    public PublicLinkId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>For whom it was made, in the maker's words.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Survey, year, comparison and filters, as the query of a page of results.</summary>
    public string Query { get; private set; } = "";

    /// <summary>What it shows.</summary>
    public PublicBlocks Blocks { get; private set; }

    /// <summary>Its last day.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Who made it.</summary>
    public string MadeBy { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Makes a link; the token is told this once.</summary>
    public static Result<(PublicLink Link, string Token)> Create(
        FundId fund, string note, string query, PublicBlocks blocks, DateOnly lastDay, string madeBy, DateTime madeAt)
    {
        var today = DateOnly.FromDateTime(madeAt);
        if (lastDay < today || lastDay > today.AddDays(MaximumDays))
        {
            return DashboardErrors.LinkDay(today, today.AddDays(MaximumDays));
        }

        if ((blocks & PublicBlocks.All) == 0)
        {
            return DashboardErrors.LinkShowsNothing;
        }

        if (query.Length > SavedView.MaximumAddressLength || note.Length > MaximumNoteLength)
        {
            return DashboardErrors.ViewLong(MaximumNoteLength);
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenSize));
        return (
            new PublicLink
            {
                Id = NewId.Of<PublicLinkId>(),
                FundId = fund,
                TokenHash = HashOf(token),
                Note = note.Trim(),
                Query = query,
                Blocks = blocks & PublicBlocks.All,
                LastDay = lastDay,
                MadeBy = madeBy,
                MadeAt = madeAt,
            },
            token);
    }

    /// <summary>The hash that a token is found by.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>True when it still shows something on this day.</summary>
    public bool IsGoodOn(DateOnly day) => day <= LastDay;
}
