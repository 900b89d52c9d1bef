using System.CommandLine;
using System.Text.Json;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Commands;

/// <summary><c>import-members</c>: imports a member file; counts as JSON, what is wrong as lines on standard error.</summary>
public static class ImportMembersCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var fund = new Option<string>("--fund") { Description = "Key of the fund.", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check the file and change nothing." };
        var leavers = new Option<Leavers>("--leavers")
        {
            Description = "Active members whom the file does not name: keep them, or mark them as left.",
            DefaultValueFactory = _ => Leavers.Keep,
        };
        var confirmed = new Option<int?>("--confirm-leavers")
        {
            Description = "How many leavers are right, when they are more than one in ten of the active members.",
        };
        var profile = new Option<string?>("--profile") { Description = "Name of the column settings that the fund has saved for files like this one." };
        var file = new Argument<FileInfo>("FILE") { Description = "The member file: CSV in UTF-8, or XLSX." }.AcceptExistingOnly();
        var command = new Command(
            "import-members", "Import a member file: one row per member, found by the member number; other columns than the known ones are segments.")
        {
            fund, dryRun, leavers, confirmed, profile, file,
        };
        command.SetAction((parsed, cancellation) => host.RunAsync(
            parsed,
            (services, token) => RunAsync(
                services.GetRequiredService<ImportMembers>(),
                services.GetRequiredService<IMemberWorkbook>(),
                new(parsed.GetRequiredValue(fund))
                {
                    DryRun = parsed.GetValue(dryRun),
                    Leavers = parsed.GetValue(leavers),
                    ConfirmedLeavers = parsed.GetValue(confirmed),
                    Profile = parsed.GetValue(profile),
                },
                parsed.GetRequiredValue(file),
                token),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        ImportMembers useCase, IMemberWorkbook workbook, ImportMembers.Command command, FileInfo file, CancellationToken cancellationToken)
    {
        await using var content = await ImportFile.OpenAsync(file, cancellationToken);
        var opened = await MemberFileContent.OpenAsync(content, workbook, cancellationToken);
        if (!opened.IsSuccess)
        {
            await ImportLines.WriteAsync(opened.Errors);
            return CommandLine.Failed;
        }

        await using var csv = opened.Value;
        using var progress = new TerminalProgress();
        var result = await useCase.ExecuteAsync(Viewer.Operator, command, csv, progress, cancellationToken);
        progress.Dispose();
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
                Fund = command.FundKey, File = file.Name, report.Outcome, report.Rows, report.Added, report.Changed, report.Unchanged, report.BadRows,
                report.Left, Issues = report.Issues.Count,
            },
            ImportJson.Options));
        if (report.Issues.StopImport)
        {
            await ImportLines.WriteRefusalAsync(report.Issues, command.DryRun);
        }

        if (report.Outcome == Application.Features.Imports.ImportOutcome.Stopped)
        {
            await Console.Error.WriteLineAsync("Stopped half-way: what is counted has been written. Import the same file again for the rest.");
        }

        return report.Issues.Count == 0 && report.Outcome != Application.Features.Imports.ImportOutcome.Stopped ? CommandLine.Done : CommandLine.Failed;
    }
}
