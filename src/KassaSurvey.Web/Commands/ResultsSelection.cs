using System.CommandLine;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Web.Commands;

/// <summary>The options that say which results are meant: shared by every verb that reads results.</summary>
public sealed class ResultsSelection
{
    private readonly Option<string> _fund = new("--fund") { Description = "Key of the fund.", Required = true };
    private readonly Option<string> _survey = new("--survey") { Description = "Key of the survey.", Required = true };
    private readonly Option<int> _year = new("--year") { Description = "Reporting year.", Required = true };
    private readonly Option<int?> _compare = new("--compare") { Description = "Year to compare with; default: the year before that has data." };
    private readonly Option<string[]> _where = new("--where")
    {
        Description = "Only responses of this segment, for example region=Uusimaa; several values of one segment are alternatives.",
        HelpName = "segment=value",
    };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        _where.Validators.Add(parsed =>
        {
            foreach (var token in parsed.Tokens)
            {
                if (token.Value.IndexOf('=', StringComparison.Ordinal) < 1)
                {
                    parsed.AddError($"--where {token.Value}: write segment=value.");
                }
            }
        });
        foreach (var option in new Option[] { _fund, _survey, _year, _compare, _where })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The query the options make.</summary>
    public GetResults.Query Query(ParseResult parsed) => new(
        parsed.GetValue(_fund),
        parsed.GetValue(_survey),
        parsed.GetValue(_year),
        parsed.GetValue(_compare),
        (parsed.GetValue(_where) ?? []).Select(condition => condition.Split('=', 2))
            .Aggregate(Population.Everybody, (population, parts) => population.With(parts[0], parts[1])));
}
