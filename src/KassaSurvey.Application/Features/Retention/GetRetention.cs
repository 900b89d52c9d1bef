using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Retention;

/// <summary>Shows the fund's rule of how long data about members is kept, what it would remove today, and the log.</summary>
public sealed class GetRetention(IKassaDatabase database, TimeProvider time)
{
    private const int Examples = 5;
    private const int LogLines = 50;

    /// <param name="MonthsAfterLeaving">Months until a member who has left is erased; null = never.</param>
    /// <param name="MonthsAfterClosing">Months until traces of contacting are removed; null = never.</param>
    /// <param name="Members">Members who would be erased today.</param>
    /// <param name="FirstMembers">The first of their numbers.</param>
    /// <param name="Waves">Waves whose traces of contacting would be removed today.</param>
    /// <param name="FirstWaves">The first of them, as survey and year.</param>
    /// <param name="Log">The latest entries of the log, the latest first.</param>
    public sealed record View(
        int? MonthsAfterLeaving, int? MonthsAfterClosing, int Members, ImmutableArray<string> FirstMembers, int Waves, ImmutableArray<string> FirstWaves,
        ImmutableArray<LogLine> Log);

    /// <param name="At">When, UTC.</param>
    /// <param name="By">Who did it.</param>
    /// <param name="Act">What was done.</param>
    /// <param name="Members">How many members it concerned.</param>
    /// <param name="Detail">More about it.</param>
    public sealed record LogLine(DateTime At, string By, AuditAct Act, int Members, string Detail);

    /// <summary>Reads it; nothing is removed.</summary>
    public async Task<Result<View>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var rule = await db.RetentionRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? RetentionRule.Usual(fund);
        var due = new RetentionDue(db, rule, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var members = await due.Members().OrderBy(member => member.Number).Select(member => member.Number).Take(Examples).ToListAsync(cancellationToken);
        var waves = await due.Waves().AsNoTracking().Join(db.Surveys, wave => wave.SurveyId, survey => survey.Id, (wave, survey) => new { survey.Key, wave.Year })
            .OrderBy(row => row.Year).Take(Examples).ToListAsync(cancellationToken);
        var log = await db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.At).Take(LogLines)
            .Select(entry => new LogLine(entry.At, entry.By, entry.Act, entry.Members, entry.Detail)).ToListAsync(cancellationToken);
        return new View(
            rule.MonthsAfterLeaving, rule.MonthsAfterClosing,
            await due.Members().CountAsync(cancellationToken), [.. members],
            await due.Waves().CountAsync(cancellationToken), [.. waves.Select(row => $"{row.Key} {row.Year}")],
            [.. log]);
    }
}
