using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KassaSurvey.Infrastructure.Persistence.Answering;

/// <summary>A statement that is compiled once and run often.</summary>
internal sealed class SqliteStatement
{
    /// <summary>How Entity Framework stores a day.</summary>
    public const string Day = "yyyy-MM-dd";

    private readonly SqliteCommand _command;

    /// <summary>Prepares it; its parameters are $p0, $p1 …</summary>
    public SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this folder, never input.
        _command.CommandText = sql;
#pragma warning restore CA2100
        BulkTable.AddParameters(_command, parameters);
    }

    /// <summary>Runs it.</summary>
    /// <returns>How many rows it touched.</returns>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidOperationException">It touched another number of rows than one.</exception>
    public void ExecuteOnOne(params ReadOnlySpan<object?> values)
    {
        if (Execute(values) != 1)
        {
            throw new InvalidOperationException("A row of an answer is not as it was read under the lock.");
        }
    }

    /// <summary>Reads with it. The reader is to be disposed of before the next use.</summary>
    public SqliteDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateOnly day => day.ToString(Day, CultureInfo.InvariantCulture),
                var value => value,
            };
        }
    }
}
