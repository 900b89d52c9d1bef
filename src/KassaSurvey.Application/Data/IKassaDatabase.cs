using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Data;

/// <summary>Opens the database for a viewer. One context per use-case execution.</summary>
public interface IKassaDatabase
{
    /// <summary>A context that sees and saves the viewer's fund only. The caller disposes it.</summary>
    KassaDbContext For(Viewer viewer);

    /// <summary>The answers behind members' links, by the short way.</summary>
    IAnswerStore Answers { get; }

    /// <summary>Creates or updates the tables.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>True when every migration has been applied and the database answers.</summary>
    Task<bool> IsReadyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Inserts completed responses and their answers in one statement stream (prepared statement, bulk copy),
    /// inside the context's current transaction.
    /// </summary>
    Task BulkInsertAsync(
        KassaDbContext context, IReadOnlyCollection<Response> responses, IReadOnlyCollection<Answer> answers, CancellationToken cancellationToken);

    /// <summary>Inserts rows of one table in one statement stream, inside the context's current transaction.</summary>
    Task BulkInsertAsync<TEntity>(KassaDbContext context, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class;
}
