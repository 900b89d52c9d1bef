namespace KassaSurvey.Application.Features.Exporting;

/// <summary>The work on exports, on this server.</summary>
public interface IExportWorker
{
    /// <summary>Begins it now rather than at its next round; nothing when this server does not do such work.</summary>
    Task WakeAsync(CancellationToken cancellationToken);
}
