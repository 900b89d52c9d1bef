using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Commands;

/// <summary><c>weights</c>: weights that agree with the population's margins, of a wave or of a file.</summary>
public static class WeightsCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var source = new AnalysisSource();
        var margins = new Option<FileInfo>("--margins")
        {
            Description = "CSV file variable,category,total: people or shares. One variable is post-stratified, several are raked.", HelpName = "FILE", Required = true,
        }.AcceptExistingOnly();
        var trim = new Option<WeightTrim>("--trim")
        {
            Description = "Bounds of the weights as factors of their mean, or none.", HelpName = "LOW,HIGH",
            DefaultValueFactory = _ => WeightTrim.Default, CustomParser = ReadTrim,
        };
        var weight = new Option<string?>("--weight") { Description = "Column of the weights to start from.", HelpName = "COLUMN" };
        var id = new Option<string?>("--id") { Description = "Column written beside each weight; default: the row's number.", HelpName = "COLUMN" };
        var output = new Option<FileInfo?>("--output") { Description = "File to write the weights to; an existing one is replaced.", HelpName = "FILE" };
        var seal = new Option<string?>("--seal")
        {
            Description = "Store the weights: seal the closed wave's answers with them as a new version, for this reason. Without it nothing is stored.",
            HelpName = "REASON",
        };
        var format = AnalysisOutput.Format();
        var command = new Command("weights", "Weight respondents to the known distributions of the population." + AnalysisSource.Disclosure) { margins, trim, format };
        source.AddTo(command, [], [seal], [weight, id, output]);
        command.Validators.Add(parsed =>
        {
            if (AnalysisSource.Has(parsed, id) && !AnalysisSource.Has(parsed, output))
            {
                parsed.AddError("--id goes with --output.");
            }

            if (parsed.GetValue(output)?.FullName is { } written && (written == parsed.GetValue(source.File)?.FullName || written == parsed.GetValue(margins)?.FullName))
            {
                parsed.AddError("--output would replace a file that is read.");
            }
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(source.File) is { } file
            ? CommandHost.RunWithoutDatabaseAsync(
                async token => await WriteAsync(
                    await WeighAsync(file, parsed.GetRequiredValue(margins), parsed.GetValue(weight), parsed.GetValue(trim), parsed.GetValue(id), parsed.GetValue(output), token),
                    parsed.GetValue(format)),
                cancellation)
            : host.ReadAsync(
                parsed,
                async (services, token) =>
                {
                    var read = await AnalysisOutput.ReadAsync(parsed.GetRequiredValue(margins), token);
                    return await WriteAsync(
                        !read.IsSuccess ? Result<WeightingDocument>.Failed(read.Errors) : await services.GetRequiredService<WeighWave>().ExecuteAsync(
                            Viewer.Operator,
                            new(parsed.GetValue(source.Fund)!, parsed.GetValue(source.Survey)!, parsed.GetValue(source.Year)!.Value, read.Value, parsed.GetValue(trim), parsed.GetValue(seal)),
                            token),
                        parsed.GetValue(format));
                },
                cancellation));
        return command;
    }

    private static async Task<Result<WeightingDocument>> WeighAsync(
        FileInfo file, FileInfo marginsFile, string? weight, WeightTrim trim, string? id, FileInfo? output, CancellationToken cancellationToken)
    {
        var rows = await AnalysisOutput.ReadAsync(file, cancellationToken);
        var margins = await AnalysisOutput.ReadAsync(marginsFile, cancellationToken);
        var named = rows.IsSuccess && id is not null ? rows.Value.Find(id).Errors : [];
        if (!rows.IsSuccess || !margins.IsSuccess || named.Count > 0)
        {
            return Result<WeightingDocument>.Failed([.. rows.Errors, .. margins.Errors, .. named]);
        }

        var weighed = WeighFile.Execute(rows.Value, margins.Value, weight, trim);
        if (weighed.IsSuccess && output is not null)
        {
            await OutputFile.ReplaceAsync(output.FullName, content => WeightFile.WriteAsync(content, rows.Value, id, weighed.Value.Weights, cancellationToken));
        }

        return weighed;
    }

    private static WeightTrim ReadTrim(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (text == "none")
        {
            return WeightTrim.None;
        }

        const NumberStyles style = NumberStyles.AllowDecimalPoint;
        if (text.Split(',', StringSplitOptions.TrimEntries) is not [var low, var high]
            || !double.TryParse(low, style, CultureInfo.InvariantCulture, out var lower)
            || !double.TryParse(high, style, CultureInfo.InvariantCulture, out var upper)
            || !new WeightTrim(lower, upper).IsValid)
        {
            argument.AddError($"--trim {text}: write two factors of the mean weight, one below and one above 1, for example 0.2,5; or none.");
            return default;
        }

        return new(lower, upper);
    }

    private static Task<int> WriteAsync(Result<WeightingDocument> result, string? format) =>
        AnalysisOutput.WriteAsync(result, format, WeightingTable.Of, document => document.Warnings);
}
