using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Waves;

/// <summary>Columns to sealed form and back, and the hash that shows nothing has been touched since.</summary>
internal static class SealedForm
{
    private const string WeightCode = "weight";
    private const string DurationCode = "duration";

    public static List<SealedColumn> Write(WaveId wave, int version, ResponseColumns columns)
    {
        var sealedColumns = new List<SealedColumn>();
        sealedColumns.AddRange(columns.Codes.Select(column => Column(SealedColumnKind.Codes, column.Key, column.Value)));
        sealedColumns.AddRange(columns.Choices.Select(column => Column(SealedColumnKind.Choices, column.Key, Bytes<int>(column.Value))));
        sealedColumns.AddRange(columns.Numbers.Select(column => Column(SealedColumnKind.Numbers, column.Key, Bytes<double>(column.Value))));
        sealedColumns.AddRange(columns.Segments.Select(column => new SealedColumn(
            wave, version, SealedColumnKind.Segment, column.Key, column.Value.Codes, [.. column.Value.Categories])));
        if (columns.Weights.Length > 0)
        {
            sealedColumns.Add(Column(SealedColumnKind.Weights, WeightCode, Bytes<double>(columns.Weights)));
        }

        if (columns.Durations.Length > 0)
        {
            sealedColumns.Add(Column(SealedColumnKind.Durations, DurationCode, Bytes<ushort>(columns.Durations)));
        }

        return sealedColumns;

        SealedColumn Column(SealedColumnKind kind, string code, byte[] content) => new(wave, version, kind, code, content, []);
    }

    public static ResponseColumns Read(SealedWave seal, IReadOnlyCollection<SealedColumn> columns)
    {
        return new()
        {
            Count = seal.Responses,
            DataVersion = DataVersion(seal.Version, seal.Sha256),
            Codes = Of(SealedColumnKind.Codes, content => content),
            Choices = Of(SealedColumnKind.Choices, content => MemoryMarshal.Cast<byte, int>(content).ToArray()),
            Numbers = Of(SealedColumnKind.Numbers, content => MemoryMarshal.Cast<byte, double>(content).ToArray()),
            Segments = columns.Where(column => column.Kind == SealedColumnKind.Segment).ToImmutableSortedDictionary(
                column => column.Code, column => new SegmentColumn(column.Content, [.. column.Categories]), StringComparer.Ordinal),
            Weights = columns.SingleOrDefault(column => column.Kind == SealedColumnKind.Weights) is { } weights
                ? MemoryMarshal.Cast<byte, double>(weights.Content).ToArray()
                : [],
            Durations = columns.SingleOrDefault(column => column.Kind == SealedColumnKind.Durations) is { } durations
                ? MemoryMarshal.Cast<byte, ushort>(durations.Content).ToArray()
                : [],
        };

        ImmutableSortedDictionary<string, T> Of<T>(SealedColumnKind kind, Func<byte[], T> read) => columns
            .Where(column => column.Kind == kind)
            .ToImmutableSortedDictionary(column => column.Code, column => read(column.Content), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>How a sealed version is named in results.</summary>
    public static string DataVersion(int version, string sha256) => string.Create(CultureInfo.InvariantCulture, $"v{version}-{sha256[..12]}");

    /// <summary>SHA-256 over kind, code, categories and content of every column, in that order.</summary>
    public static string Hash(IEnumerable<SealedColumn> columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var column in columns.OrderBy(column => column.Kind).ThenBy(column => column.Code, StringComparer.Ordinal))
        {
            var header = $"{(int)column.Kind}\u001f{column.Code}\u001f{string.Join('\u001e', column.Categories)}\u001f{column.Content.Length}\u001f";
            hash.AppendData(Encoding.UTF8.GetBytes(header));
            hash.AppendData(column.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Bytes<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes<T>(values).ToArray();
}
