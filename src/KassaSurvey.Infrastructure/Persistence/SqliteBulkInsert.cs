using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>Bulk insert on SQLite: one prepared statement a table.</summary>
internal static class SqliteBulkInsert
{
    public static async Task InsertAsync(
        KassaDbContext context, IReadOnlyCollection<Response> responses, IReadOnlyCollection<Answer> answers, CancellationToken cancellationToken)
    {
        await InsertTableAsync(context, responses, cancellationToken);
        await InsertTableAsync(context, answers, cancellationToken);
    }

    public static async Task InsertTableAsync<TEntity>(
        KassaDbContext context, IReadOnlyCollection<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
    {
        var table = BulkTable.Of<TEntity>(context);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names come from the model, never from input.
        command.CommandText =
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column}\""))}) "
            + $"VALUES ({string.Join(", ", Enumerable.Range(0, table.Columns.Length).Select(i => $"$p{i}"))})";
#pragma warning restore CA2100
        BulkTable.AddParameters(command, table.Columns.Length);
        await command.PrepareAsync(cancellationToken);
        var values = new object[table.Columns.Length];
        foreach (var entity in entities)
        {
            table.Read(entity, values);
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i];
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
