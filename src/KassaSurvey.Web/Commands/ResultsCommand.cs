using System.CommandLine;
using System.Text.Json;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Commands;

/// <summary><c>results</c>: the figures of a year for scripts and analysts, unrounded.</summary>
public static class ResultsCommand
{
    private const string Json = "json";
    private const string Table = "table";

    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var selection = new ResultsSelection();
        var format = new Option<string>("--format") { Description = "json or table.", DefaultValueFactory = _ => Json };
        format.AcceptOnlyFromAmong(Json, Table);
        var command = new Command("results", "Print the results of a year, compared with another, as JSON or as a table.") { format };
        selection.AddTo(command);
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed,
            async (services, token) =>
            {
                var results = await services.GetRequiredService<GetResults>().ExecuteAsync(Viewer.Operator, selection.Query(parsed), token);
                if (!results.IsSuccess)
                {
                    await Console.Error.WriteLineAsync(ErrorLines.Of(results.Errors));
                    return CommandLine.Failed;
                }

                var document = ResultsDocument.Of(results.Value);
                await Console.Out.WriteLineAsync(parsed.GetValue(format) == Json
                    ? JsonSerializer.Serialize(document, ResultsJson.Options)
                    : ResultsTable.Of(document));
                return CommandLine.Done;
            },
            cancellation));
        return command;
    }
}
