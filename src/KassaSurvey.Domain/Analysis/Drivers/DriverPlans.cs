using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>
/// Chooses the driver models of a wave. Service areas asked of nearly everybody who was asked about the target make the main
/// model; each other area joins them in a model of its own base: bases are never pooled.
/// </summary>
/// <param name="questionnaire">The questions as asked.</param>
/// <param name="columns">The answers.</param>
/// <param name="population">Whom the models are about.</param>
internal sealed class DriverPlans(Questionnaire questionnaire, ResponseColumns columns, RowSet population)
{
    // Areas that measure the outcome itself or what follows from it: they go up with the target and cannot be improved on their own.
    private static readonly string[] OutcomeAreas = ["OVERALL", "EXPERIENCE", "EXPECTATION", "LOYALTY"];

    private readonly Dictionary<string, DriverCandidate> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Models of several columns a variable, or none when the wave does not ask what they need.</summary>
    public ImmutableArray<DriverPlan> Path(Question target)
    {
        if (SatisfactionModel.Find(questionnaire, columns, target) is not { } model)
        {
            return [];
        }

        var main = new DriverPlan(null, model.Target, model.Drivers) { Consequence = model.Consequence };
        return model.Staff is { } staff ? [main, main with { Area = staff.Variable.Code, Drivers = [.. model.Drivers, staff] }] : [main];
    }

    /// <summary>Models of areas' scores, the main one first.</summary>
    public ImmutableArray<DriverPlan> Areas(Question question)
    {
        var target = Rating(question);
        var candidates = Candidates(question);
        var asked = population.And([target.Asked]);
        var everybody = candidates.ToLookup(driver => asked.And([driver.Asked]).Count >= WaveDriverAnalysis.NearlyEverybody * asked.Count);
        ImmutableArray<DriverCandidate> core = [.. everybody[true]];
        var telephone = question.Code == Survey.OverallCode ? TelephoneModel.Find(questionnaire, columns) : [];
        return
        [
            new(null, target, core),
            .. everybody[false].Select(driver => new DriverPlan(driver.Variable.Code, target, [.. core, driver])),
            .. telephone.IsEmpty ? Array.Empty<DriverPlan>() : [new(TelephoneModel.AreaCode, target, telephone) { IsByQuestion = true }],
        ];
    }

    /// <summary>The areas' scores; the ratings themselves where the survey has no two areas to compare.</summary>
    private List<DriverCandidate> Candidates(Question target)
    {
        var ratings = questionnaire.Questions
            .Where(question => question.IsRating && question.Code != target.Code && !OutcomeAreas.Contains(question.AreaCode ?? question.Code, StringComparer.OrdinalIgnoreCase))
            .ToList();
        var areas = ratings.Where(question => question.AreaCode is not null && question.AreaCode != target.AreaCode)
            .GroupBy(question => question.AreaCode!, StringComparer.OrdinalIgnoreCase).ToList();
        return areas.Count >= DriverAnalysis.FewestDrivers
            ? [.. areas.Select(area => Known("area " + area.Key, () => DriverCandidate.Area(area.Key, [.. area], columns)))]
            : [.. ratings.Select(Rating)];
    }

    private DriverCandidate Rating(Question question) => Known(question.Code, () => DriverCandidate.Block(question.Code, [question], columns));

    private DriverCandidate Known(string key, Func<DriverCandidate> make)
    {
        if (!_known.TryGetValue(key, out var candidate))
        {
            _known[key] = candidate = make();
        }

        return candidate;
    }
}
