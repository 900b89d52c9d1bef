using System.Buffers.Binary;
using System.Security.Cryptography;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>
/// A population as the draw holds it: 32 bytes a member and 2 for each variable. Members are read once in whatever order the
/// database has them, and their categories beside them: joining and sorting 755 000 rows in the database takes longer than the draw.
/// </summary>
internal sealed class ReadFrame
{
    private readonly List<FrameMember> _members = [];
    private readonly Dictionary<string, FrameVariable> _variables = new(StringComparer.Ordinal);

    private ReadFrame()
    {
    }

    /// <summary>Everybody of the population, also those who are not asked; a place in the list is the member's place in the draw.</summary>
    public IReadOnlyList<FrameMember> Members => _members;

    /// <summary>The variables read, by name.</summary>
    public IReadOnlyDictionary<string, FrameVariable> Variables => _variables;

    /// <summary>Reads it.</summary>
    /// <param name="frame">The population.</param>
    /// <param name="seed">The draw's seed; null when nobody is drawn, and the numbers stay 0.</param>
    /// <param name="variables">The segments read beside the language; null = all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ReadFrame> FromAsync(
        SamplingFrame frame, long? seed, IReadOnlyCollection<string>? variables, CancellationToken cancellationToken)
    {
        var read = new ReadFrame();
        await frame.OpenAsync(cancellationToken);
        var places = await read.ReadMembersAsync(frame.Rows(), seed, cancellationToken);
        if (variables is null || variables.Any(variable => variable != SampleDesign.ByLanguage))
        {
            await read.ReadSegmentsAsync(frame.Categories(variables), places, cancellationToken);
        }

        return read;
    }

    /// <summary>How many are asked and how many are not, by reason.</summary>
    public PopulationCount Count()
    {
        var counts = new long[(int)Enum.GetValues<ExclusionReason>().Max() + 1];
        foreach (var member in _members)
        {
            counts[(int)member.Reason]++;
        }

        return new(
            _members.Count,
            counts[(int)ExclusionReason.None],
            [.. Enum.GetValues<ExclusionReason>().Where(reason => reason != ExclusionReason.None && counts[(int)reason] > 0).Select(reason => new ExcludedCount(reason, counts[(int)reason]))]);
    }

    /// <summary>Those who can be drawn, by stratum.</summary>
    public SampleDraw Draw(SampleDesign design)
    {
        var draw = new SampleDraw();
        var names = new Dictionary<(int, int), string>();
        FrameVariable?[] variables = [.. design.Variables.Select(Variables.GetValueOrDefault)];
        for (var place = 0; place < _members.Count; place++)
        {
            if (_members[place].Reason == ExclusionReason.None)
            {
                var (first, second) = (CodeOf(0, place), CodeOf(1, place));
                if (!names.TryGetValue((first, second), out var stratum))
                {
                    names.Add((first, second), stratum = string.Join(SampleDesign.Joint, variables.Select((variable, i) => variable?.NameOf(i == 0 ? first : second) ?? "")));
                }

                draw.Add(place, stratum, _members[place].Number);
            }
        }

        return draw;

        int CodeOf(int variable, int place) => variable < variables.Length ? variables[variable]?.CodeOf(place) ?? 0 : 0;
    }

    /// <summary>SHA-256 over the sorted numbers of those who can be drawn: the same for the same seed and members, in whatever order they were read.</summary>
    public string Hash()
    {
        ulong[] numbers = [.. _members.Where(member => member.Reason == ExclusionReason.None).Select(member => member.Number)];
        Array.Sort(numbers);
        var bytes = new byte[numbers.Length * sizeof(ulong)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * sizeof(ulong)), numbers[i]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private async Task<Dictionary<long, int>> ReadMembersAsync(IQueryable<FrameRow> rows, long? seed, CancellationToken cancellationToken)
    {
        var places = new Dictionary<long, int>();
        var languages = VariableOf(SampleDesign.ByLanguage);
        await using var command = rows.CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (id, number, language, reason) = (
            reader.GetOrdinal(nameof(FrameRow.Id)), reader.GetOrdinal(nameof(FrameRow.Number)), reader.GetOrdinal(nameof(FrameRow.Language)), reader.GetOrdinal(nameof(FrameRow.Reason)));
        while (await reader.ReadAsync(cancellationToken))
        {
            var member = reader.GetInt64(id);
            var spoken = languages.Set(_members.Count, reader.GetString(language));
            places.Add(member, _members.Count);
            _members.Add(new(MemberId.From(member), spoken, (ExclusionReason)reader.GetInt32(reason), seed is { } known ? SampleNumber.Of(known, reader.GetString(number)) : 0));
        }

        return places;
    }

    private async Task ReadSegmentsAsync(IQueryable<MemberSegment> segments, Dictionary<long, int> places, CancellationToken cancellationToken)
    {
        await using var command = segments.Select(segment => new { segment.MemberId, segment.Name, segment.Value }).CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (id, name, value) = (reader.GetOrdinal(nameof(MemberSegment.MemberId)), reader.GetOrdinal(nameof(MemberSegment.Name)), reader.GetOrdinal(nameof(MemberSegment.Value)));
        while (await reader.ReadAsync(cancellationToken))
        {
            // A segment of that name would cover the language that strata are made of.
            if (places.TryGetValue(reader.GetInt64(id), out var place) && reader.GetString(name) is var segment && segment != SampleDesign.ByLanguage)
            {
                VariableOf(segment).Set(place, reader.GetString(value));
            }
        }
    }

    private FrameVariable VariableOf(string name)
    {
        if (!_variables.TryGetValue(name, out var variable))
        {
            _variables.Add(name, variable = new FrameVariable());
        }

        return variable;
    }
}

/// <summary>A member of the population.</summary>
/// <param name="Id">Who.</param>
/// <param name="Language">The member's language.</param>
/// <param name="Reason">Why the member is not asked.</param>
/// <param name="Number">The member's number in the draw.</param>
internal readonly record struct FrameMember(MemberId Id, string Language, ExclusionReason Reason, ulong Number);

/// <summary>The members' categories in one variable.</summary>
internal sealed class FrameVariable
{
    private readonly List<ushort> _codes = [];
    private readonly List<string> _names = [""];
    private readonly Dictionary<string, ushort> _known = new(StringComparer.Ordinal) { [""] = 0 };

    /// <summary>The categories, 0 = not known.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The category of the member at a place, 0 = not known.</summary>
    public int CodeOf(int place) => place < _codes.Count ? _codes[place] : 0;

    /// <summary>The name of a category; empty when not known.</summary>
    public string NameOf(int code) => _names[code];

    /// <summary>Sets the category of the member at a place.</summary>
    /// <returns>The name, one object for all members of the category.</returns>
    public string Set(int place, string name)
    {
        if (!_known.TryGetValue(name, out var code))
        {
            _known.Add(name, code = checked((ushort)_names.Count));
            _names.Add(name);
        }

        while (_codes.Count <= place)
        {
            _codes.Add(0);
        }

        _codes[place] = code;
        return _names[code];
    }
}
