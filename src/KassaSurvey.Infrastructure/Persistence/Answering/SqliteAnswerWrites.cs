using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using Microsoft.Data.Sqlite;

namespace KassaSurvey.Infrastructure.Persistence.Answering;

/// <summary>The statements that change answers. Each takes hold only where the rows still stand as they were read.</summary>
internal sealed class SqliteAnswerWrites(SqliteConnection connection)
{
    private readonly SqliteStatement _segments = new(
        connection,
        """
        SELECT s."Name", s."Value" FROM "MemberSegments" s JOIN "Invitations" i ON i."MemberId" = s."MemberId" WHERE i."Id" = $p0
        """,
        1);

    private readonly SqliteStatement _start = new(
        connection,
        """
        INSERT INTO "Responses" ("Id", "FundId", "WaveId", "Status", "Language", "Mode", "StartMode", "Segments", "StartedAt")
        VALUES ($p0, $p1, $p2, $p3, $p4, $p5, $p6, $p7, $p8)
        """,
        9);

    private readonly SqliteStatement _tie = new(
        connection, """UPDATE "Invitations" SET "Status" = $p1, "OpenResponseId" = $p2 WHERE "Id" = $p0 AND "Status" = $p3""", 4);

    private readonly SqliteStatement _switch = new(
        connection,
        """UPDATE "Responses" SET "Language" = COALESCE($p1, "Language"), "Mode" = COALESCE($p2, "Mode") WHERE "Id" = $p0""",
        3);

    private readonly SqliteStatement _put = new(
        connection,
        """
        INSERT INTO "Answers" ("ResponseId", "QuestionId", "State", "Code", "Number", "Text") VALUES ($p0, $p1, $p2, $p3, $p4, $p5)
        ON CONFLICT DO UPDATE SET "State" = excluded."State", "Code" = excluded."Code", "Number" = excluded."Number", "Text" = excluded."Text"
        """,
        6);

    private readonly SqliteStatement _remove = new(
        connection, """DELETE FROM "Answers" WHERE "ResponseId" = $p0 AND "QuestionId" = $p1""", 2);

    private readonly SqliteStatement _submit = new(
        connection,
        // ResponseDuration.Coarsen: to the nearest 5 seconds, from 5 to an hour.
        """
        UPDATE "Responses" SET "Status" = $p1, "CompletedOn" = $p2, "ReceiptHash" = $p4, "StartedAt" = NULL,
            "DurationSeconds" = CASE WHEN $p5 > "StartedAt" THEN MIN(3600, MAX(5, ($p5 - "StartedAt" + 2) / 5 * 5)) END
        WHERE "Id" = $p0 AND "Status" = $p3
        """,
        6);

    private readonly SqliteStatement _keepTie = new(
        connection, """INSERT INTO "ConfidentialLinks" ("InvitationId", "ResponseId", "FundId") VALUES ($p0, $p1, $p2)""", 3);

    /// <summary>Writes the change.</summary>
    public void Apply(MemberLink link, AnswerChange change)
    {
        var response = change.Starts ? Start(link, change) : link.ResponseId!.Value;
        if (!change.Starts && (change.Language ?? change.Mode) is not null)
        {
            _switch.ExecuteOnOne(response.Value, change.Language, change.Mode);
        }

        foreach (var (question, value) in change.Put)
        {
            _put.ExecuteOnOne(response.Value, question.Value, (int)value.State, value.Code, value.Number, value.Text);
        }

        foreach (var question in change.Removed)
        {
            _remove.Execute(response.Value, question.Value);
        }

        if (change.SubmittedOn is { } today)
        {
            _submit.ExecuteOnOne(
                response.Value, (int)ResponseStatus.Completed, today, (int)ResponseStatus.InProgress, change.ReceiptHash, change.At.ToUnixTimeSeconds());
            _tie.ExecuteOnOne(link.InvitationId.Value, (int)InvitationStatus.Answered, null, (int)InvitationStatus.Started);
            if (change.KeepsTie)
            {
                _keepTie.ExecuteOnOne(link.InvitationId.Value, response.Value, link.FundId.Value);
            }
        }
    }

    private ResponseId Start(MemberLink link, AnswerChange change)
    {
        var segments = new Dictionary<string, string>();
        using (var row = _segments.Read(link.InvitationId.Value))
        {
            while (row.Read())
            {
                segments[row.GetString(0)] = row.GetString(1);
            }
        }

        var response = Response.Start(
            link.FundId, link.WaveId, change.Language ?? link.Language, segments, change.Mode ?? ResponseMode.Web);
        response.StartClock(change.At);
        _start.ExecuteOnOne(
            response.Id.Value, response.FundId.Value, response.WaveId.Value, (int)response.Status, response.Language, response.Mode, response.StartMode,
            SegmentsText.Write(response.Segments), response.StartedAt);
        _tie.ExecuteOnOne(link.InvitationId.Value, (int)InvitationStatus.Started, response.Id.Value, (int)InvitationStatus.Waiting);
        return response.Id;
    }
}
