using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>Asks for a file. It is written in the background; the log of the fund says who asked for what.</summary>
public sealed class RequestExport(IKassaDatabase database, PlanExport plans, IExportWorker worker, TimeProvider time)
{
    /// <summary>Asks for it.</summary>
    public async Task<Result<DataExportId>> ExecuteAsync(Viewer viewer, string? surveyKey, ExportChoices asked, CancellationToken cancellationToken)
    {
        var planned = await plans.ExecuteAsync(viewer, surveyKey, asked, cancellationToken);
        if (!planned.IsSuccess || viewer.Fund is not { } fund)
        {
            return planned.IsSuccess ? AccessErrors.NotAllowed : Result<DataExportId>.Failed(planned.Errors);
        }

        var plan = planned.Value;
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = database.For(viewer);
        var unfinished = await db.DataExports.CountAsync(
            row => row.Account == viewer.Account && (row.State == ExportState.Waiting || row.State == ExportState.Running), cancellationToken);
        if (unfinished >= DataExport.MostAtOnce)
        {
            return ExportErrors.TooMany(DataExport.MostAtOnce);
        }

        var export = DataExport.Request(fund, plan.Survey, plan.Choices, plan.Rows, plan.Columns, viewer, now);
        db.DataExports.Add(export);
        db.AuditEntries.Add(AuditEntry.Of(fund, AuditAct.DataExportRequested, viewer.Name, now, RowsOf(export), Describe(export)));
        await db.SaveChangesAsync(cancellationToken);
        await worker.WakeAsync(cancellationToken);
        return export.Id;
    }

    /// <summary>What the log says of an export.</summary>
    internal static string Describe(DataExport export) =>
        $"{export.Choices.Content} {string.Join(", ", export.Choices.Years)}; {export.Choices.Format}; {export.Choices.Language}"
        + (export.Choices.Segments.IsDefaultOrEmpty ? "" : $"; {string.Join(", ", export.Choices.Segments)}");

    /// <summary>Whom it concerns: members behind answers and comments, nobody behind figures.</summary>
    internal static int RowsOf(DataExport export) => export.Choices.Content == ExportContent.Figures ? 0 : (int)Math.Min(export.Rows, int.MaxValue);
}
