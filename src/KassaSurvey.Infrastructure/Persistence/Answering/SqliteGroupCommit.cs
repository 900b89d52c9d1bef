using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace KassaSurvey.Infrastructure.Persistence.Answering;

/// <summary>
/// The one who writes. Whatever waits when it comes round goes into one transaction, so that one flush of the disk makes many
/// answers safe; each is told that it is saved after that flush, never before. When a transaction fails, each piece of work gets
/// one of its own: the failure of one is nobody else's.
/// </summary>
internal sealed class SqliteGroupCommit(string connectionString) : IDisposable
{
    /// <summary>Most pieces of work in one transaction: bounds how long other writers wait.</summary>
    private const int LargestGroup = 128;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<Work> _waiting = new();
    private readonly AutoResetEvent _arrived = new(initialState: false);
    private readonly Lock _session = new();
    private SqliteAnswerSession? _open;
    private int _isRunning;

    /// <summary>Does the work on the writer's session; done when it is on disk.</summary>
    public Task ExecuteAsync(Action<SqliteAnswerSession> write)
    {
        var work = new Work(write);
        _waiting.Enqueue(work);
        if (Interlocked.CompareExchange(ref _isRunning, 1, 0) == 0)
        {
            // A thread of its own: it waits for the disk, and the pool's threads have members to serve.
            new Thread(Run) { IsBackground = true, Name = nameof(SqliteGroupCommit) }.Start();
        }
        else
        {
            _arrived.Set();
        }

        return work.Done.Task;
    }

    public void Dispose()
    {
        lock (_session)
        {
            Close();
        }

        _arrived.Set();
    }

    private void Run()
    {
        var group = new List<Work>();
        do
        {
            do
            {
                while (group.Count < LargestGroup && _waiting.TryDequeue(out var work))
                {
                    group.Add(work);
                }

                if (group.Count > 0)
                {
                    Commit(group);
                    group.Clear();
                }
            }
            while (!_waiting.IsEmpty || _arrived.WaitOne(Patience));
            Volatile.Write(ref _isRunning, 0);
        }
        // Something may have come between the last look and the farewell.
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _isRunning, 1, 0) == 0);
    }

    private void Commit(List<Work> group)
    {
        lock (_session)
        {
            try
            {
                _open ??= new(connectionString);
                _open.Begin();
                foreach (var work in group)
                {
                    work.Write(_open);
                }

                _open.Commit();
            }
#pragma warning disable CA1031 // Whatever it is, it belongs to the member whose work it was.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                RollBack();
                if (group.Count == 1)
                {
                    group[0].Done.SetException(failure);
                    return;
                }

                foreach (var work in group)
                {
                    Commit([work]);
                }

                return;
            }
        }

        foreach (var work in group)
        {
            work.Done.SetResult();
        }
    }

    private void RollBack()
    {
        try
        {
            _open?.RollBack();
        }
        catch (SqliteException)
        {
            // The transaction is gone already, or the connection is: a new one knows.
            Close();
        }
    }

    private void Close()
    {
        _open?.Dispose();
        _open = null;
    }

    private sealed record Work(Action<SqliteAnswerSession> Write)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
