using System.Security.Cryptography;
using System.Text;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>A frame as the draw holds it: some 32 bytes a member, read once.</summary>
internal sealed class ReadFrame
{
    private ReadFrame(string hash) => Hash = hash;

    /// <summary>Those who can be drawn, by their place in the draw.</summary>
    public required IReadOnlyList<(MemberId Id, string Language)> Members { get; init; }

    /// <summary>Those who are not asked.</summary>
    public required IReadOnlyList<(MemberId Id, ExclusionReason Reason)> PassedOver { get; init; }

    /// <summary>The draw from them.</summary>
    public required SampleDraw Draw { get; init; }

    /// <summary>SHA-256 over the sorted numbers of those who can be drawn.</summary>
    public string Hash { get; }

    /// <summary>Reads it in the order of the member numbers.</summary>
    public static async Task<ReadFrame> FromAsync(SamplingFrame frame, SampleDesign design, CancellationToken cancellationToken)
    {
        var members = new List<(MemberId, string)>();
        var passedOver = new List<(MemberId, ExclusionReason)>();
        var draw = new SampleDraw();
        var names = new Dictionary<(string, string), string>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var row in frame.WithCategories(design).OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.Reason != ExclusionReason.None)
            {
                passedOver.Add((row.Id, row.Reason));
                continue;
            }

            if (!names.TryGetValue((row.First, row.Second), out var stratum))
            {
                names.Add((row.First, row.Second), stratum = DrawRow.Stratum(design, row.First, row.Second));
            }

            hash.AppendData(Encoding.UTF8.GetBytes(row.Number + "\n"));
            draw.Add(members.Count, stratum, SampleNumber.Of(design.Seed, row.Number));
            members.Add((row.Id, string.Intern(row.Language)));
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset())) { Members = members, PassedOver = passedOver, Draw = draw };
    }
}
