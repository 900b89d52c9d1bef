using System.CommandLine;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Commands;

/// <summary><c>report</c>: writes the yearly report to a file.</summary>
public static class ReportCommand
{
    private static readonly string[] Formats = ["pdf", "pptx", "xlsx", "csv", "sav", "parquet", "triples", "zip"];

    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var selection = new ResultsSelection();
        var language = new Option<string>("--language") { Description = "Language of the report: fi, sv, da or en.", Required = true };
        language.AcceptOnlyFromAmong([.. Languages.All]);
        var format = new Option<string>("--format") { Description = "pdf, pptx, xlsx, csv (with a codebook beside it) sav, parquet or triples (the answers of a closed wave, for SPSS, data platforms or survey programs) or zip (the same answers as CSV, SPSS and Parquet with scripts).", Required = true };
        format.AcceptOnlyFromAmong(Formats);
        var file = new Option<FileInfo>("--out") { Description = "The file to write; an existing one is replaced.", HelpName = "FILE", Required = true };
        var command = new Command("report", "Write the yearly report as PDF, PowerPoint, Excel or CSV, or the answers for statistics programs.") { language, format, file };
        selection.AddTo(command);
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed,
            async (services, token) =>
            {
                var chosen = selection.Query(parsed);
                var query = new BuildYearlyReport.Query(
                    chosen.FundKey, chosen.SurveyKey, chosen.Year, chosen.CompareYear, chosen.Population, parsed.GetRequiredValue(language));
                var report = await services.GetRequiredService<BuildYearlyReport>().ExecuteAsync(Viewer.Operator, query, token);
                if (!report.IsSuccess)
                {
                    await Console.Error.WriteLineAsync(ErrorLines.Of(report.Errors));
                    return CommandLine.Failed;
                }

                var (name, output) = (parsed.GetRequiredValue(format), parsed.GetRequiredValue(file));
                var writer = services.GetServices<IReportWriter>().FirstOrDefault(known => known.Format == name);
                if (writer is not { NeedsValues: false } && report.Value.Answers is null)
                {
                    await Console.Error.WriteLineAsync(ErrorLines.Of([ReportErrors.NoAnswers(name)]));
                    return CommandLine.Failed;
                }

                if (writer is not null)
                {
                    await WriteAsync(writer, report.Value, output, token);
                    return CommandLine.Done;
                }

                var answers = services.GetServices<IAnswerWriter>().Single(known => known.Format == name);
                await OutputFile.ReplaceAsync(output.FullName, stream => answers.WriteAsync(report.Value.Answers!, stream, token));
                return CommandLine.Done;
            },
            cancellation));
        return command;
    }

    private static async Task WriteAsync(IReportWriter writer, YearlyReport report, FileInfo file, CancellationToken cancellationToken)
    {
        await OutputFile.ReplaceAsync(file.FullName, output => writer.WriteAsync(report, output, cancellationToken));
        if (writer is ICompanionFile companion)
        {
            var beside = Path.ChangeExtension(file.FullName, null) + companion.CompanionSuffix + writer.FileExtension;
            await OutputFile.ReplaceAsync(beside, output => companion.WriteCompanionAsync(report, output, cancellationToken));
        }
    }
}
