using System.CommandLine;
using System.Text.Json;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Commands;

/// <summary><c>import-published</c>: imports published figures of years whose answers are not here.</summary>
public static class ImportPublishedCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var fund = new Option<string>("--fund") { Description = "Key of the fund.", Required = true };
        var survey = new Option<string>("--survey") { Description = "Key of the survey.", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check the file and change nothing." };
        var skip = new Option<bool>("--skip-bad-rows") { Description = "Import the good rows; without it one bad row stops the import." };
        var file = ImportFile.Argument();
        var command = new Command(
            "import-published", "Import published figures: year, question_code, scale_min, scale_max, mean, source and where known n, sd, share_top.")
        {
            fund, survey, dryRun, skip, file,
        };
        command.SetAction((parsed, cancellation) => host.RunAsync(
            parsed,
            (services, token) => RunAsync(
                services.GetRequiredService<ImportPublishedFigures>(),
                new(parsed.GetRequiredValue(fund), parsed.GetRequiredValue(survey))
                {
                    DryRun = parsed.GetValue(dryRun),
                    BadRows = parsed.GetValue(skip) ? BadRows.TakeGoodRows : BadRows.TakeNothing,
                },
                parsed.GetRequiredValue(file),
                token),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        ImportPublishedFigures useCase, ImportPublishedFigures.Command command, FileInfo file, CancellationToken cancellationToken)
    {
        await using var content = await ImportFile.OpenAsync(file, cancellationToken);
        var result = await useCase.ExecuteAsync(Viewer.Operator, command, content, cancellationToken);
        if (!result.IsSuccess)
        {
            await ImportLines.WriteAsync(result.Errors);
            return CommandLine.Failed;
        }

        var report = result.Value;
        await ImportLines.WriteAsync(report.Issues);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new
            {
                Fund = command.FundKey, Survey = command.SurveyKey, File = file.Name, report.Outcome, report.Rows, report.Added,
                Updated = report.Changes, report.Unchanged, report.BadRows, Issues = report.Issues.Count,
            },
            ImportJson.Options));
        if (!ImportLines.Refuses(report.Issues, command.BadRows == BadRows.TakeGoodRows))
        {
            return CommandLine.Done;
        }

        await ImportLines.WriteRefusalAsync(report.Issues, command.DryRun);
        return CommandLine.Failed;
    }
}
