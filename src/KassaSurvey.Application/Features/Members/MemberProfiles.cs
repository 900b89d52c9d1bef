using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Remembers what the headings of a fund's member file mean, under a name.</summary>
public sealed class MemberProfiles(IKassaDatabase database)
{
    /// <param name="Name">The name.</param>
    /// <param name="Columns">Heading to meaning.</param>
    public sealed record Profile(string Name, ImmutableSortedDictionary<string, string> Columns);

    /// <summary>The fund's profiles by name.</summary>
    public async Task<Result<ImmutableArray<Profile>>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var rows = await db.MemberFileProfiles.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return Result.Of(rows.Select(row => new Profile(row.Name, row.Columns)).ToImmutableArray());
    }

    /// <summary>Remembers a profile; one of the same name is changed.</summary>
    public async Task<Result> SaveAsync(Viewer viewer, Profile profile, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        var name = profile.Name.Trim();
        if (name.Length is 0 or > MemberFileProfile.LongestName)
        {
            return MemberErrors.BadProfileName(MemberFileProfile.LongestName);
        }

        await using var db = database.For(viewer);
        if (await db.MemberFileProfiles.SingleOrDefaultAsync(row => row.Name == name, cancellationToken) is { } held)
        {
            held.Change(profile.Columns);
        }
        else
        {
            db.MemberFileProfiles.Add(MemberFileProfile.Of(fund, name, profile.Columns));
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }

    /// <summary>What headings mean by an import's own words, by its profile, or by nothing but their words.</summary>
    internal static async Task<Result<IReadOnlyDictionary<string, string>>> ColumnsAsync(
        KassaDbContext db, FundId fund, ImportMembers.Command command, CancellationToken cancellationToken)
    {
        if (command.Columns is not null || command.Profile is not { Length: > 0 } name)
        {
            return Result.Of(MemberFilePass.Meanings(command.Columns));
        }

        var profiles = await db.MemberFileProfiles.AsNoTracking().Where(row => row.FundId == fund).ToListAsync(cancellationToken);
        return profiles.Find(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase)) is { } profile
            ? Result.Of(MemberFilePass.Meanings(profile.Columns))
            : MemberErrors.UnknownProfile(name, string.Join(", ", profiles.Select(row => row.Name)));
    }
}
