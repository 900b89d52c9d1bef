using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.Data.Sqlite;

namespace KassaSurvey.Infrastructure.Persistence.Answering;

/// <summary>A connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteAnswerSession : IDisposable
{
    private const string Link =
        """
        SELECT i."FundId", i."WaveId", w."Revision", w."Status", w."ClosesOn", i."Status", COALESCE(r."Language", i."Language"), i."OpenResponseId", r."Mode"
        """;

    private const string From =
        """
         FROM "Invitations" i JOIN "Waves" w ON w."Id" = i."WaveId" LEFT JOIN "Responses" r ON r."Id" = i."OpenResponseId"
        """;

    /// <summary>
    /// For the one who writes: pages of many members kept in memory, and the log moved into the file less often. How long the log
    /// may be does not touch what a commit promises, nor for how long it holds earlier states of a row: it is emptied every minute.
    /// </summary>
    private const string WriterPragmas = "PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _readLink;
    private readonly SqliteStatement _readAnswers;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollBack;
    private readonly Lazy<SqliteAnswerWrites> _writes;

    public SqliteAnswerSession(string connectionString)
    {
        _connection = new(connectionString);
        _connection.Open();
        SqliteDurability.Apply(_connection);
        _readLink = new(_connection, $"{Link}{From} WHERE i.\"Id\" = $p0", 1);
        _readAnswers = new(
            _connection,
            $"""
             {Link}, a."QuestionId", a."State", a."Code", a."Number", a."Text"{From}
             LEFT JOIN "Answers" a ON a."ResponseId" = i."OpenResponseId" WHERE i."Id" = $p0
             """,
            1);
        _begin = new(_connection, "BEGIN IMMEDIATE", 0);
        _commit = new(_connection, "COMMIT", 0);
        _rollBack = new(_connection, "ROLLBACK", 0);
        _writes = new(() =>
        {
            new SqliteStatement(_connection, WriterPragmas, 0).Execute();
            return new(_connection);
        });
    }

    /// <summary>Opens a transaction that nobody else writes beside.</summary>
    public void Begin() => _begin.Execute();

    /// <summary>Puts it on disk.</summary>
    public void Commit() => _commit.Execute();

    /// <summary>Undoes it.</summary>
    public void RollBack() => _rollBack.Execute();

    /// <summary>What an invitation leads to.</summary>
    public LinkState? Read(InvitationId invitation, bool withAnswers)
    {
        using var row = (withAnswers ? _readAnswers : _readLink).Read(invitation.Value);
        if (!row.Read())
        {
            return null;
        }

        var link = new MemberLink(
            invitation, new(row.GetInt64(0)), new(row.GetInt64(1)), row.GetInt32(2), (WaveStatus)row.GetInt32(3),
            row.IsDBNull(4) ? null : DateOnly.ParseExact(row.GetString(4), SqliteStatement.Day, null), (InvitationStatus)row.GetInt32(5),
            Shared(row.GetString(6)), row.IsDBNull(7) ? null : new ResponseId(row.GetInt64(7)),
            row.IsDBNull(8) ? null : Shared(row.GetString(8)));
        if (!withAnswers || row.IsDBNull(9))
        {
            return new(link, []);
        }

        var answers = new List<StoredAnswer>();
        do
        {
            answers.Add(new(
                new(row.GetInt64(9)),
                new((AnswerState)row.GetInt32(10), row.GetInt32(11), row.IsDBNull(12) ? null : row.GetDouble(12), row.IsDBNull(13) ? null : row.GetString(13))));
        }
        while (row.Read());
        return new(link, answers);
    }

    /// <summary>Reads, decides and writes, inside the transaction.</summary>
    public void Change(InvitationId invitation, Func<LinkState?, AnswerChange?> decide)
    {
        var state = Read(invitation, withAnswers: true);
        if (decide(state) is { } change)
        {
            _writes.Value.Apply(state!.Link, change);
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>One copy of each language's code.</summary>
    private static string Shared(string language) => string.IsInterned(language) ?? language;
}
