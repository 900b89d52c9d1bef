using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Reads the headings of a member file and says what each is taken for, so that a person can say otherwise before the check.</summary>
public sealed class ReadMemberHeadings(IKassaDatabase database)
{
    private const int MostColumns = 200;

    /// <param name="Heading">The heading as it stands in the file.</param>
    /// <param name="Sample">What the first row says there, shortened.</param>
    /// <param name="Meaning">What it is taken for: a field's word, <c>segment:name</c>, or <c>-</c> when it cannot be used.</param>
    public sealed record Column(string Heading, string Sample, string Meaning);

    /// <summary>Reads them.</summary>
    /// <param name="viewer">Who imports.</param>
    /// <param name="content">The file as CSV; a stream that can seek. It stays open.</param>
    /// <param name="profile">What headings mean by a profile; others are recognised by their words.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Result<ImmutableArray<Column>>> ExecuteAsync(
        Viewer viewer, Stream content, IReadOnlyDictionary<string, string>? profile, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        var (source, problem) = await CsvSource.InspectAsync(content, _ => { }, cancellationToken);
        if (source is null)
        {
            return problem!.Reason;
        }

        await using var db = database.For(viewer);
        var known = await db.Members.SelectMany(member => member.Segments).Select(segment => segment.Name).Distinct().ToListAsync(cancellationToken);
        using var rows = source.Open();
        if (!await rows.ReadAsync(cancellationToken))
        {
            return rows.Problem?.Reason ?? ImportErrors.EmptyFile();
        }

        var headings = ImportPass.Headings(rows);
        var samples = await rows.ReadAsync(cancellationToken) ? ImportPass.Headings(rows) : [];
        var meanings = MemberFilePass.Meanings(profile);
        return Result.Of(headings.Take(MostColumns)
            .Select((heading, place) => new Column(
                heading,
                place < samples.Length ? ImportIssue.Of(0, "", samples[place], ImportErrors.NoRows()).Value : "",
                Meaning(heading, meanings.GetValueOrDefault(heading, ""), known)))
            .ToImmutableArray());
    }

    private static string Meaning(string heading, string chosen, List<string> known)
    {
        if (chosen.Length > 0)
        {
            return chosen;
        }

        if (MemberHeadings.Find(heading) is { } field)
        {
            return MemberFileFields.Word(field);
        }

        var name = heading.StartsWith(MemberFileFields.SegmentPrefix, StringComparison.OrdinalIgnoreCase)
            ? heading[MemberFileFields.SegmentPrefix.Length..].Trim() : heading;
        name = known.Find(held => string.Equals(held, name, StringComparison.OrdinalIgnoreCase)) ?? name;
        return CodeText.IsCode(name) ? MemberFileFields.SegmentPrefix + name : MemberFileFields.Ignored;
    }
}
