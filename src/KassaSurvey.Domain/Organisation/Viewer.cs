using System.Collections.Immutable;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Organisation;

/// <summary>Who asks: the fund whose rows may be seen, and what may be done with them.</summary>
public sealed record Viewer
{
    private Viewer(FundId? fund, string name, ImmutableHashSet<string> roles, bool isOperator)
    {
        Fund = fund;
        Name = name;
        Account = name;
        Roles = roles;
        IsOperator = isOperator;
    }

    /// <summary>The fund whose rows the viewer may see; null sees none, unless the viewer is the operator.</summary>
    public FundId? Fund { get; }

    /// <summary>Who it is, for the log of changes.</summary>
    public string Name { get; }

    /// <summary>The account, for what one person holds alone: two people can share a name.</summary>
    public string Account { get; private init; }

    /// <summary>The viewer's roles.</summary>
    public ImmutableHashSet<string> Roles { get; }

    /// <summary>The person at the server's command line: sees every fund and may do everything.</summary>
    public bool IsOperator { get; }

    /// <summary>The person at the server's command line, and the program's own upkeep.</summary>
    public static Viewer Operator { get; } = new(null, "operator", [], isOperator: true);

    /// <summary>Somebody who has not signed in.</summary>
    public static Viewer Nobody { get; } = new(null, "", [], isOperator: false);

    /// <summary>A member of staff.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="name">The name colleagues know.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="account">The account; the name where there is none.</param>
    public static Viewer Staff(FundId fund, string name, IEnumerable<string> roles, string? account = null) =>
        new(fund, name, [.. roles], isOperator: false) { Account = account ?? name };

    /// <summary>A member who holds a link of the fund's wave: sees the questionnaire and the own answers only.</summary>
    public static Viewer Respondent(FundId fund) => new(fund, "respondent", [], isOperator: false);

    /// <summary>One of the fund's own systems, with an API key.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="name">The key's name.</param>
    /// <param name="scopes">What the key may do.</param>
    public static Viewer Machine(FundId fund, string name, ApiScopes scopes) => new(fund, name, [], isOperator: false) { Scopes = scopes };

    /// <summary>What a system may do; nothing for people.</summary>
    public ApiScopes Scopes { get; private init; }

    /// <summary>True when the viewer is a system that may do this, or the operator.</summary>
    public bool May(ApiScopes scope) => IsOperator || (Scopes & scope) == scope;

    /// <summary>True when the viewer has one of the roles.</summary>
    public bool Is(params ReadOnlySpan<string> roles)
    {
        if (IsOperator)
        {
            return true;
        }

        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>May read results.</summary>
    public bool MayReadResults => Is(Role.Admin, Role.SurveyManager, Role.Manager, Role.Analyst) || Scopes.HasFlag(ApiScopes.Results);

    /// <summary>May take reports and aggregated data out.</summary>
    public bool MayExport => MayReadResults;

    /// <summary>May word the yearly report and freeze a version of it.</summary>
    public bool MayWriteReports => Is(Role.Admin, Role.SurveyManager, Role.Analyst);

    /// <summary>May approve what a colleague froze.</summary>
    public bool MayApproveReports => Is(Role.Admin, Role.SurveyManager, Role.Manager);

    /// <summary>May see answers row by row (never names).</summary>
    public bool MaySeeResponses => Is(Role.Analyst);

    /// <summary>May read members' own words. No other role includes it, nor does the admin's.</summary>
    public bool MayReadComments => MayReadResults && Is(Role.CommentReader);

    /// <summary>May import answers and figures, compose, open and close waves.</summary>
    public bool MayRunSurveys => Is(Role.Admin, Role.SurveyManager);

    /// <summary>May call members and enter their answers.</summary>
    public bool MayInterview => Is(Role.Admin, Role.SurveyManager, Role.Interviewer);

    /// <summary>May manage people and the fund's settings.</summary>
    public bool MayAdminister => Is(Role.Admin);
}
