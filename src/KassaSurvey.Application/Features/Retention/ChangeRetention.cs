using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Retention;

/// <summary>Sets how long the fund keeps data about members. Nothing is removed by that alone.</summary>
public sealed class ChangeRetention(IKassaDatabase database, TimeProvider time)
{
    /// <param name="MonthsAfterLeaving">Months until a member who has left is erased; null = never.</param>
    /// <param name="MonthsAfterClosing">Months until traces of contacting are removed; null = never.</param>
    public sealed record Command(int? MonthsAfterLeaving, int? MonthsAfterClosing);

    /// <summary>Saves it.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var rule = await db.RetentionRules.SingleOrDefaultAsync(cancellationToken);
        if (rule is null)
        {
            rule = RetentionRule.Usual(fund);
            db.RetentionRules.Add(rule);
        }

        var changed = rule.Change(command.MonthsAfterLeaving, command.MonthsAfterClosing);
        if (!changed.IsSuccess)
        {
            return changed;
        }

        db.AuditEntries.Add(AuditEntry.Of(
            fund, AuditAct.RetentionChanged, viewer.Name, time.GetUtcNow().UtcDateTime, 0,
            $"months after leaving: {command.MonthsAfterLeaving?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}, "
            + $"months after closing: {command.MonthsAfterClosing?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
