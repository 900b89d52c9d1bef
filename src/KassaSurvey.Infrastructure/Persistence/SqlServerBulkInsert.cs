using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Responding;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>Bulk insert on SQL Server: bulk copy.</summary>
internal static class SqlServerBulkInsert
{
    public static async Task InsertAsync(
        KassaDbContext context, IReadOnlyCollection<Response> responses, IReadOnlyCollection<Answer> answers, CancellationToken cancellationToken)
    {
        await CopyAsync(context, responses, cancellationToken);
        await CopyAsync(context, answers, cancellationToken);
    }

    public static async Task CopyAsync<TEntity>(
        KassaDbContext context, IReadOnlyCollection<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
    {
        var table = BulkTable.Of<TEntity>(context);
        using var copy = new SqlBulkCopy(
            (SqlConnection)context.Database.GetDbConnection(),
            SqlBulkCopyOptions.CheckConstraints,
            (SqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction());
        copy.DestinationTableName = table.Name;
        foreach (var column in table.Columns)
        {
            copy.ColumnMappings.Add(column, column);
        }

        using var rows = table.ToDataTable(entities);
        await copy.WriteToServerAsync(rows, cancellationToken);
    }
}
