using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Commands;

/// <summary><c>import-responses</c>: imports a file of answers; counts as JSON, what is wrong as lines on standard error.</summary>
public static class ImportResponsesCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var fund = new Option<string>("--fund") { Description = "Key of the fund.", Required = true };
        var survey = new Option<string>("--survey") { Description = "Key of the survey.", Required = true };
        var year = new Option<int>("--year") { Description = "Reporting year.", Required = true };
        var scale = new Option<AnswerScale>("--scale")
        {
            Description = "Scale of the questions that --create makes of unknown columns of numbers.",
            HelpName = "MIN-MAX",
            DefaultValueFactory = _ => AnswerScale.OneToSeven,
            CustomParser = ReadScale,
        };
        var create = new Option<bool>("--create") { Description = "Make the fund, the survey, the year and questions that are missing." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check the file and change nothing." };
        var skip = new Option<bool>("--skip-bad-rows") { Description = "Import the good rows; without it one bad row stops the import." };
        var file = ImportFile.Argument();
        var command = new Command("import-responses", "Import a file of answers: one row per response, one column per question code.")
        {
            fund, survey, year, scale, create, dryRun, skip, file,
        };
        command.SetAction((parsed, cancellation) => host.RunAsync(
            parsed,
            (services, token) => RunAsync(
                services.GetRequiredService<ImportResponses>(),
                new(parsed.GetRequiredValue(fund), parsed.GetRequiredValue(survey), parsed.GetValue(year), parsed.GetRequiredValue(file).Name)
                {
                    Scale = parsed.GetValue(scale),
                    Create = parsed.GetValue(create),
                    DryRun = parsed.GetValue(dryRun),
                    BadRows = parsed.GetValue(skip) ? BadRows.TakeGoodRows : BadRows.TakeNothing,
                },
                parsed.GetRequiredValue(file),
                token),
            cancellation));
        return command;
    }

    private static AnswerScale ReadScale(ArgumentResult argument)
    {
        if (!AnswerScale.TryParse(argument.Tokens[0].Value, out var scale))
        {
            argument.AddError($"--scale {argument.Tokens[0].Value}: write two whole numbers from 0 to {AnswerScale.HighestBound}, for example 1-10.");
        }

        return scale;
    }

    private static async Task<int> RunAsync(
        ImportResponses useCase, ImportResponses.Command command, FileInfo file, CancellationToken cancellationToken)
    {
        await using var content = await ImportFile.OpenAsync(file, cancellationToken);
        using var progress = new TerminalProgress();
        var result = await useCase.ExecuteAsync(Viewer.Operator, command, content, progress, cancellationToken);
        progress.Dispose();
        if (!result.IsSuccess)
        {
            await ImportLines.WriteAsync(result.Errors);
            if (!command.Create && result.Errors is [{ Code: "Wave.FundNotFound" or "Wave.SurveyNotFound" or "Wave.YearNotFound" }])
            {
                await Console.Error.WriteLineAsync("--create makes what is missing.");
            }

            return CommandLine.Failed;
        }

        var report = result.Value;
        await ImportLines.WriteAsync(report.Issues);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new
            {
                Fund = command.FundKey, Survey = command.SurveyKey, command.Year, File = command.FileName, report.Outcome, report.Rows, report.NewRows,
                report.AlreadyThere, report.BadRows, Issues = report.Issues.Count, report.AddedQuestions, report.Sha256,
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
