using System.CommandLine;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Commands;

/// <summary><c>compare</c>: two waves item by item, of the database or of files.</summary>
public static class CompareCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var source = new AnalysisSource();
        var files = new ComparedFiles();
        var compare = new Option<int?>("--compare") { Description = "Year to compare with; default: the year before that has data." };
        var items = new Option<string[]>("--items")
        {
            Description = "Questions or columns, separated by commas; default for a year: every rating.", HelpName = "CODE,CODE",
            CustomParser = argument => [.. argument.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.OrdinalIgnoreCase)],
        };
        var margin = new Option<double?>("--margin")
        {
            Description = "Half-width of 'unchanged'; default: the wave's own, for files 2.5 index points.",
            CustomParser = argument => AnalysisSource.ReadNumber(argument, number => number > 0 && double.IsFinite(number), "--margin is a number above 0."),
        };
        var unit = new Option<string>("--margin-unit") { Description = "index (points of 0-100) or scale.", DefaultValueFactory = _ => "index" };
        unit.AcceptOnlyFromAmong("index", "scale");
        var adjust = new Option<PValueAdjustment>("--adjust")
        {
            Description = "holm, bh or none: how the p-values of all items together are adjusted.", DefaultValueFactory = _ => PValueAdjustment.Holm,
        };
        var format = AnalysisOutput.Format();
        var command = new Command("compare", "Compare two waves item by item: difference, interval, equivalence, verdict." + AnalysisSource.Disclosure)
        {
            items, margin, unit, adjust, format,
        };
        source.AddTo(command, [], [compare], files.Options);
        command.Validators.Add(parsed => files.Check(parsed, source.File, items));
        command.Validators.Add(parsed =>
        {
            if (AnalysisSource.Has(parsed, unit) && !AnalysisSource.Has(parsed, margin))
            {
                parsed.AddError("--margin-unit goes with --margin.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            ChangeMargin? width = parsed.GetValue(margin) is { } value ? new(value, parsed.GetValue(unit) == "scale") : null;
            return parsed.GetValue(source.File) is { } file
                ? CommandHost.RunWithoutDatabaseAsync(
                    async token => await WriteAsync(
                        await files.CompareAsync(parsed, file, parsed.GetValue(items) ?? [], parsed.GetValue(adjust), width ?? ChangeMargin.Default, token),
                        parsed.GetValue(format)),
                    cancellation)
                : host.ReadAsync(
                    parsed,
                    async (services, token) => await WriteAsync(
                        await services.GetRequiredService<CompareWaves>().ExecuteAsync(
                            Viewer.Operator,
                            new(parsed.GetValue(source.Fund)!, parsed.GetValue(source.Survey)!, parsed.GetValue(source.Year)!.Value, parsed.GetValue(compare), parsed.GetValue(items) ?? [], parsed.GetValue(adjust), width),
                            token),
                        parsed.GetValue(format)),
                    cancellation);
        });
        return command;
    }

    private static Task<int> WriteAsync(Result<ComparisonDocument> result, string? format) =>
        AnalysisOutput.WriteAsync(result, format, ComparisonTable.Of, document => document.Warnings);
}
