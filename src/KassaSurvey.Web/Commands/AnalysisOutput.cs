using System.CommandLine;
using System.Text.Json;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Commands;

/// <summary>How analysis verbs read files and print.</summary>
internal static class AnalysisOutput
{
    private const string Json = "json";
    private const string Table = "table";

    /// <summary>The option that chooses between JSON and a table.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "json (unrounded) or table.", DefaultValueFactory = _ => Json };
        format.AcceptOnlyFromAmong(Json, Table);
        return format;
    }

    /// <summary>Reads an analyst's file.</summary>
    public static async Task<Result<DataFile>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var content = await ImportFile.OpenAsync(file, cancellationToken);
        return await DataFile.ReadAsync(content, file.Name, cancellationToken);
    }

    /// <summary>Prints a document, and what to know before using it as lines on standard error.</summary>
    public static async Task<int> WriteAsync<T>(Result<T> result, string? format, Func<T, string> table, Func<T, IReadOnlyList<Error>> warnings)
    {
        if (!result.IsSuccess)
        {
            await Console.Error.WriteLineAsync(ErrorLines.Of(result.Errors));
            return CommandLine.Failed;
        }

        if (warnings(result.Value) is { Count: > 0 } told)
        {
            await Console.Error.WriteLineAsync(ErrorLines.Of(told));
        }

        await Console.Out.WriteLineAsync(format == Json ? JsonSerializer.Serialize(result.Value, ResultsJson.Options) : table(result.Value));
        return CommandLine.Done;
    }
}
