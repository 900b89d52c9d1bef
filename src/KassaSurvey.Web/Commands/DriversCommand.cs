using System.CommandLine;
using KassaSurvey.Application.Features.Drivers;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Commands;

/// <summary><c>drivers</c>: what goes with a target, of a year of the database or of a file.</summary>
public static class DriversCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var source = new AnalysisSource();
        var target = new Option<string>("--target") { Description = "Question or column to be explained.", Required = true, HelpName = "CODE" };
        var method = new Option<DriverMethod>("--method") { Description = "lmg, johnson or pls.", DefaultValueFactory = _ => DriverMethod.Lmg };
        var where = new Option<string[]>("--where")
        {
            Description = "Only responses of this segment, for example region=Uusimaa; several values of one segment are alternatives.",
            HelpName = "segment=value",
        };
        var drivers = new Option<string[]>("--drivers")
        {
            Description = "Columns that may explain it, separated by commas; default: every other column of numbers.", HelpName = "A,B,C",
            CustomParser = argument =>
                [.. argument.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
        };
        var weight = new Option<string?>("--weight") { Description = "Column of weights.", HelpName = "COLUMN" };
        var scale = new Option<AnswerScale?>("--scale")
        {
            Description = "Scale of target and drivers, for example 1-7; default: each column's own range.", HelpName = "LOW-HIGH",
            CustomParser = argument =>
            {
                if (AnswerScale.TryParse(argument.Tokens[0].Value, out var parsed))
                {
                    return parsed;
                }

                argument.AddError($"{argument.Tokens[0].Value}: write a scale as LOW-HIGH, for example 1-7.");
                return null;
            },
        };
        var format = AnalysisOutput.Format();
        var command = new Command(
            "drivers", "What goes with a target: importance, performance and how sure they are. Association, not proof of a cause." + AnalysisSource.Disclosure)
        {
            target, method, format,
        };
        source.AddTo(command, [], [where], [drivers, weight, scale]);
        where.Validators.Add(parsed =>
        {
            foreach (var token in parsed.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                parsed.AddError($"--where {token.Value}: write segment=value.");
            }
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(source.File) is { } file
            ? CommandHost.RunWithoutDatabaseAsync(
                async token =>
                {
                    var data = await AnalysisOutput.ReadAsync(file, token);
                    return await WriteAsync(
                        data.IsSuccess
                            ? AnalyseDriverFile.Execute(new(
                                data.Value, parsed.GetRequiredValue(target), parsed.GetValue(drivers) ?? [], parsed.GetValue(weight), parsed.GetValue(scale), parsed.GetValue(method)))
                            : Result<DriversDocument>.Failed(data.Errors),
                        parsed.GetValue(format));
                },
                cancellation)
            : host.ReadAsync(
                parsed,
                async (services, token) =>
                {
                    var population = (parsed.GetValue(where) ?? []).Select(condition => condition.Split('=', 2))
                        .Aggregate(Population.Everybody, (kept, parts) => kept.With(parts[0], parts[1]));
                    var read = await services.GetRequiredService<GetDrivers>().ExecuteAsync(
                        Viewer.Operator,
                        new(parsed.GetValue(source.Fund), parsed.GetValue(source.Survey), parsed.GetValue(source.Year), population, parsed.GetRequiredValue(target), parsed.GetValue(method)),
                        token);
                    return await WriteAsync(
                        read.IsSuccess ? DriversDocument.Of(read.Value) : Result<DriversDocument>.Failed(read.Errors), parsed.GetValue(format));
                },
                cancellation));
        return command;
    }

    private static Task<int> WriteAsync(Result<DriversDocument> result, string? format) =>
        AnalysisOutput.WriteAsync(result, format, DriversTable.Of, document => document.Warnings);
}
