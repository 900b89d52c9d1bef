using System.Collections.Concurrent;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Infrastructure.Persistence.Answering;

/// <summary>
/// Answers behind links on SQLite: prepared statements on connections that stay open, many readers beside one writer
/// that puts whatever waits on disk together.
/// </summary>
internal sealed class SqliteAnswerStore(string connectionString) : IAnswerStore, IDisposable
{
    /// <summary>Readers kept; more than there are threads at work are never in use at once.</summary>
    private const int MostReaders = 32;

    private readonly ConcurrentBag<SqliteAnswerSession> _readers = [];
    private readonly SqliteGroupCommit _writer = new(connectionString);

    public Task<LinkState?> ReadAsync(InvitationId invitation, bool withAnswers, CancellationToken cancellationToken)
    {
        var reader = _readers.TryTake(out var kept) ? kept : new SqliteAnswerSession(connectionString);
        try
        {
            var state = reader.Read(invitation, withAnswers);
            if (_readers.Count < MostReaders)
            {
                _readers.Add(reader);
                reader = null;
            }

            return Task.FromResult(state);
        }
        finally
        {
            // One that failed is not used again.
            reader?.Dispose();
        }
    }

    public Task ChangeAsync(InvitationId invitation, Func<LinkState?, AnswerChange?> decide, CancellationToken cancellationToken) =>
        _writer.ExecuteAsync(session => session.Change(invitation, decide)).WaitAsync(cancellationToken);

    public void Dispose()
    {
        _writer.Dispose();
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
