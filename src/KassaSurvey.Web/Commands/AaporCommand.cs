using System.CommandLine;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Commands;

/// <summary><c>aapor</c>: response, cooperation, refusal and contact rates of counts, of a file or of a wave.</summary>
public static class AaporCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var source = new AnalysisSource();
        var counts = new OutcomeOptions();
        var code = new Option<string?>("--code") { Description = "Column of final disposition codes (1.0, 1.2, 2.11, 3.19 …).", HelpName = "COLUMN" };
        var silent = new Option<string>("--silent")
        {
            Description = "What invited members count as who did not react: non-contact (eligible by the register) or unknown.",
            DefaultValueFactory = _ => "non-contact",
        };
        silent.AcceptOnlyFromAmong("non-contact", "unknown");
        var invited = new Option<int?>("--invited") { Description = "How many were invited; default: as the wave knows.", Validators = { OutcomeOptions.NotNegative } };
        var eligibility = new Option<double?>("--e")
        {
            Description = "Share 0-1 of the unknown that is eligible; default: the eligible share of the known.",
            CustomParser = argument => AnalysisSource.ReadNumber(argument, number => number is >= 0 and <= 1, "--e is a share from 0 to 1."),
        };
        var format = AnalysisOutput.Format();
        var command = new Command("aapor", "Print the outcome rates of AAPOR: RR1-RR6, COOP1-4, REF1-3, CON1-3." + AnalysisSource.Disclosure) { eligibility, format };
        source.AddTo(command, counts.Options, [silent, invited], [code]);
        command.Validators.Add(parsed =>
        {
            if (AnalysisSource.Has(parsed, source.File) && !AnalysisSource.Has(parsed, code))
            {
                parsed.AddError("--code is missing: the column of the disposition codes.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var e = parsed.GetValue(eligibility);
            return parsed.GetValue(source.Fund) is { } fund
                ? host.ReadAsync(
                    parsed,
                    async (services, token) => await WriteAsync(
                        await services.GetRequiredService<RateWave>().ExecuteAsync(
                            Viewer.Operator,
                            new(fund, parsed.GetValue(source.Survey)!, parsed.GetValue(source.Year)!.Value, parsed.GetValue(silent) == "unknown" ? SilentMembers.UnknownEligibility : SilentMembers.NonContact, parsed.GetValue(invited), e),
                            token),
                        parsed.GetValue(format)),
                    cancellation)
                : CommandHost.RunWithoutDatabaseAsync(
                    async token => await WriteAsync(
                        parsed.GetValue(source.File) is { } file
                            ? await RateAsync(file, parsed.GetValue(code)!, e, token)
                            : RateOutcomes.Execute(counts.Read(parsed), e),
                        parsed.GetValue(format)),
                    cancellation);
        });
        return command;
    }

    private static async Task<Result<OutcomeDocument>> RateAsync(FileInfo file, string code, double? eligibility, CancellationToken cancellationToken)
    {
        var read = await AnalysisOutput.ReadAsync(file, cancellationToken);
        return read.IsSuccess ? RateOutcomes.Execute(read.Value, code, eligibility) : Result<OutcomeDocument>.Failed(read.Errors);
    }

    private static Task<int> WriteAsync(Result<OutcomeDocument> result, string? format) =>
        AnalysisOutput.WriteAsync(result, format, OutcomeTable.Of, _ => []);
}
