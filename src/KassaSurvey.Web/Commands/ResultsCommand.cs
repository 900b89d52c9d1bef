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
        var by = new Option<string?>("--by")
        {
            Description = "Break the overall grade and the areas down by a segment, or by two crossed: region or region,age.",
            HelpName = "segment[,segment]",
        };
        var withoutCareless = new Option<bool>("--without-careless")
        {
            Description = "Leave out responses that are both one straight line and given at speed, where there are enough of them; default: nobody is left out.",
        };
        var command = new Command("results", "Print the results of a year, compared with another, as JSON or as a table.") { format, by, withoutCareless };
        selection.AddTo(command);
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed,
            async (services, token) =>
            {
                var selected = selection.Query(parsed) with { ExcludeCareless = parsed.GetValue(withoutCareless) };
                if (parsed.GetValue(by) is { } segments)
                {
                    var query = new GetBreakdown.Query(selected, segments.Split(',', StringSplitOptions.TrimEntries));
                    return await PrintBreakdownAsync(services, query, parsed.GetValue(format) == Json, token);
                }

                var results = await services.GetRequiredService<GetResults>().ExecuteAsync(Viewer.Operator, selected, token);
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

    private static async Task<int> PrintBreakdownAsync(IServiceProvider services, GetBreakdown.Query query, bool asJson, CancellationToken token)
    {
        var breakdown = await services.GetRequiredService<GetBreakdown>().ExecuteAsync(Viewer.Operator, query, token);
        if (!breakdown.IsSuccess)
        {
            await Console.Error.WriteLineAsync(ErrorLines.Of(breakdown.Errors));
            return CommandLine.Failed;
        }

        var document = BreakdownDocument.Of(breakdown.Value);
        await Console.Out.WriteLineAsync(asJson ? JsonSerializer.Serialize(document, ResultsJson.Options) : BreakdownTable.Of(document));
        return CommandLine.Done;
    }
}
