using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>The answers of a closed wave, written once as columns. A correction is a new version with a reason.</summary>
public sealed class SealedWave : IFundOwned
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 500;

    private SealedWave()
    {
    }

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>1, 2, …</summary>
    public int Version { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Completed responses in the columns.</summary>
    public int Responses { get; private set; }

    /// <summary>SHA-256 over all columns, hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The day it was sealed.</summary>
    public DateOnly SealedOn { get; private set; }

    /// <summary>Why this version was made; empty for the first.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Records a sealed version.</summary>
    public static SealedWave Create(Wave wave, int version, int responses, string sha256, DateOnly sealedOn, string reason) => new()
    {
        WaveId = wave.Id, FundId = wave.FundId, Version = version, Responses = responses, Sha256 = sha256, SealedOn = sealedOn, Reason = reason,
    };
}

/// <summary>What a sealed column holds.</summary>
public enum SealedColumnKind
{
    /// <summary>One byte per response: a rating, an option's number, yes/no.</summary>
    Codes = 1,

    /// <summary>One little-endian 32-bit set of options per response.</summary>
    Choices = 2,

    /// <summary>One little-endian 64-bit floating-point number per response; NaN is missing.</summary>
    Numbers = 3,

    /// <summary>One byte per response: a category's place in <see cref="SealedColumn.Categories"/>.</summary>
    Segment = 4,

    /// <summary>One little-endian 64-bit weight per response.</summary>
    Weights = 5,

    /// <summary>One little-endian 16-bit number of seconds per response; 0 is not known. Versions sealed before this was kept have none.</summary>
    Durations = 6,
}

/// <summary>One column of a sealed wave.</summary>
public sealed class SealedColumn
{
    /// <summary>Makes a column.</summary>
    public SealedColumn(WaveId waveId, int version, SealedColumnKind kind, string code, byte[] content, IReadOnlyList<string> categories) =>
        (WaveId, Version, Kind, Code, Content, Categories) = (waveId, version, kind, code, content, categories);

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>The sealed version.</summary>
    public int Version { get; private set; }

    /// <summary>What it holds.</summary>
    public SealedColumnKind Kind { get; private set; }

    /// <summary>Question code, segment name, "weight" or "duration".</summary>
    public string Code { get; private set; }

    /// <summary>The values, responses in the order of their random ids.</summary>
#pragma warning disable CA1819 // A column is stored as the array it is; copying megabytes at each read would help nobody.
    public byte[] Content { get; private set; }
#pragma warning restore CA1819

    /// <summary>Segment categories by code; empty for other kinds.</summary>
    public IReadOnlyList<string> Categories { get; private set; }
}
