using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace KassaSurvey.Benchmarks.Answering;

/// <summary>What the machine can do at most this way: the same web server, one durable SQLite transaction per POST, nothing else.</summary>
public static class BareLoop
{
    /// <summary>The verb that the benchmark starts it with.</summary>
    public const string Verb = "bare-loop";

    /// <summary>Serves until killed.</summary>
    /// <param name="args">Database file and address.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(args[1]);
        var app = builder.Build();
        await using var connection = new SqliteConnection($"Data Source={args[0]}");
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Answers (Response INTEGER PRIMARY KEY, Value TEXT NOT NULL)";
        await create.ExecuteNonQueryAsync();
        await using var save = connection.CreateCommand();
        save.CommandText = "INSERT INTO Answers VALUES ($response, $value) ON CONFLICT DO UPDATE SET Value = excluded.Value";
        var (response, value) = (save.Parameters.Add("$response", SqliteType.Integer), save.Parameters.Add("$value", SqliteType.Text));
        var page = new byte[10_000];
        page.AsSpan().Fill((byte)'x');
        var gate = new Lock();
        app.MapGet("/", () => Results.Bytes(page, "text/html"));
        app.MapPost("/", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            lock (gate)
            {
                (response.Value, value.Value) = (long.Parse(form["response"]!, null), form["value"].ToString());
                save.ExecuteNonQuery();
            }

            return Results.StatusCode(StatusCodes.Status303SeeOther);
        });
        await app.RunAsync();
        return 0;
    }
}
