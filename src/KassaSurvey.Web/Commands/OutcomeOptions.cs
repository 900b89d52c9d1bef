using System.CommandLine;
using System.CommandLine.Parsing;
using KassaSurvey.Application.Features.Analysis;

namespace KassaSurvey.Web.Commands;

/// <summary>The counts that <c>aapor</c> can be given by hand.</summary>
internal sealed class OutcomeOptions
{
    private readonly Option<long> _complete = Count("--complete", "I: complete answers.");
    private readonly Option<long> _partial = Count("--partial", "P: partial answers.");
    private readonly Option<long> _refusal = Count("--refusal", "R: refusals and break-offs.");
    private readonly Option<long> _nonContact = Count("--non-contact", "NC: eligible, not reached.");
    private readonly Option<long> _other = Count("--other", "O: eligible, no answer for another reason.");
    private readonly Option<long> _unknownHousehold = Count("--unknown-household", "UH: not known whether eligible.");
    private readonly Option<long> _unknownOther = Count("--unknown-other", "UO: not known whether eligible, other (returned messages).");
    private readonly Option<long> _notEligible = Count("--not-eligible", "Known not to be eligible; only --e is estimated from it.");

    /// <summary>All of them.</summary>
    public Option[] Options => [_complete, _partial, _refusal, _nonContact, _other, _unknownHousehold, _unknownOther, _notEligible];

    /// <summary>Refuses a count below 0.</summary>
    public static void NotNegative(OptionResult parsed)
    {
        foreach (var token in parsed.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            parsed.AddError($"{parsed.Option.Name} {token.Value}: a count is 0 or more.");
        }
    }

    /// <summary>The counts given; 0 where nothing is.</summary>
    public OutcomeCounts Read(ParseResult parsed) => new()
    {
        Complete = parsed.GetValue(_complete),
        Partial = parsed.GetValue(_partial),
        Refusal = parsed.GetValue(_refusal),
        NonContact = parsed.GetValue(_nonContact),
        Other = parsed.GetValue(_other),
        UnknownHousehold = parsed.GetValue(_unknownHousehold),
        UnknownOther = parsed.GetValue(_unknownOther),
        NotEligible = parsed.GetValue(_notEligible),
    };

    private static Option<long> Count(string name, string description) => new(name) { Description = description, HelpName = "N", Validators = { NotNegative } };
}
