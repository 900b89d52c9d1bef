using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>
/// Chooses the driver models of a wave, keeps the bases apart and decides what may be shown. Service areas asked of nearly
/// everybody who was asked about the target make the main model; each other area joins them in a model of its own base.
/// </summary>
public sealed class WaveDriverAnalysis
{
    /// <summary>An area is in the main model when at least this share of those asked about the target was asked about it.</summary>
    public const double NearlyEverybody = 0.9;

    /// <summary>Areas that measure the outcome itself or what follows from it: they go up with the target and cannot be improved on their own.</summary>
    private static readonly string[] OutcomeAreas = ["OVERALL", "EXPERIENCE", "EXPECTATION", "LOYALTY"];

    private readonly Questionnaire _questionnaire;
    private readonly ResponseColumns _columns;
    private readonly DisclosureRule _rule;
    private readonly PopulationCells _cells;

    private WaveDriverAnalysis(Questionnaire questionnaire, ResponseColumns columns, Population population, DisclosureRule rule)
    {
        (_questionnaire, _columns, _rule) = (questionnaire, columns, rule);
        _cells = new(population, columns);
    }

    /// <summary>Analyses the drivers of a rating question.</summary>
    /// <param name="questionnaire">The questions as asked.</param>
    /// <param name="columns">The answers.</param>
    /// <param name="population">Whom the models are about.</param>
    /// <param name="rule">How few are too few.</param>
    /// <param name="target">A rating question of the questionnaire.</param>
    /// <param name="method">The method.</param>
    /// <exception cref="ArgumentException">The target is no rating.</exception>
    public static WaveDrivers Of(
        Questionnaire questionnaire, ResponseColumns columns, Population population, DisclosureRule rule, Question target, DriverMethod method)
    {
        if (!target.IsRating)
        {
            throw new ArgumentException($"{target.Code} is no rating.", nameof(target));
        }

        var analysis = new WaveDriverAnalysis(questionnaire, columns, population, rule);
        return method == DriverMethod.Pls && SatisfactionModel.Find(questionnaire, columns, target) is { } model
            ? analysis.Path(model)
            : analysis.Areas(target, method);
    }

    private WaveDrivers Path(SatisfactionModel model)
    {
        var main = Read(null, model.Target, model.Drivers, model.Consequence, DriverMethod.Pls, []);
        ImmutableArray<BasedDrivers> staff = model.Staff is { } extra
            ? [Read(extra.Variable.Code, model.Target, [.. model.Drivers, extra], model.Consequence, DriverMethod.Pls, main.Rows).Drivers]
            : [];
        return new(SatisfactionModel.TargetCode, [main.Drivers, .. staff]);
    }

    private WaveDrivers Areas(Question question, DriverMethod method)
    {
        var target = DriverCandidate.Block(question.Code, [question], _columns);
        var candidates = Candidates(question);
        var asked = Rows(row => target.IsAsked[row]).Length;
        var everybody = candidates.ToLookup(driver => Rows(row => target.IsAsked[row] && driver.IsAsked[row]).Length >= NearlyEverybody * asked);
        ImmutableArray<DriverCandidate> core = [.. everybody[true]];
        var main = Read(null, target, core, null, method, []);
        return new(
            question.Code,
            [main.Drivers, .. everybody[false].Select(driver => Read(driver.Variable.Code, target, [.. core, driver], null, method, main.Rows).Drivers)]);
    }

    /// <summary>The areas' scores; the ratings themselves where the survey has no two areas to compare.</summary>
    private List<DriverCandidate> Candidates(Question target)
    {
        var ratings = _questionnaire.Questions
            .Where(question => question.IsRating && question.Code != target.Code && !OutcomeAreas.Contains(question.AreaCode ?? question.Code, StringComparer.OrdinalIgnoreCase))
            .ToList();
        var areas = ratings.Where(question => question.AreaCode is not null && question.AreaCode != target.AreaCode)
            .GroupBy(question => question.AreaCode!, StringComparer.OrdinalIgnoreCase).ToList();
        return areas.Count >= DriverAnalysis.FewestDrivers
            ? [.. areas.Select(area => DriverCandidate.Area(area.Key, [.. area], _columns))]
            : [.. ratings.Select(rating => DriverCandidate.Block(rating.Code, [rating], _columns))];
    }

    private (BasedDrivers Drivers, int[] Rows) Read(
        string? area, DriverCandidate target, ImmutableArray<DriverCandidate> drivers, DriverCandidate? consequence, DriverMethod method, int[] main)
    {
        DriverCandidate[] all = [target, .. drivers, .. consequence is null ? Array.Empty<DriverCandidate>() : [consequence]];
        var asked = Rows(row => all.All(variable => variable.IsAsked[row]));
        int[] complete = [.. asked.Where(row => Weight(row) > 0 && all.All(variable => variable.IsComplete(row)))];
        ImmutableArray<string> codes = [.. drivers.Select(driver => driver.Variable.Code)];
        if (Hide(asked, complete, all, main) is { } hidden)
        {
            return (new(area, codes, null, hidden), complete);
        }

        var table = new DriverTable(target.Variable, [.. drivers.Select(driver => driver.Variable)], _columns.Weights)
        {
            Consequences = consequence is null ? [] : [consequence.Variable],
            Arrows = consequence is null ? [] : SatisfactionModel.ArrowsOf(codes),
        };
        return (new(area, codes, asked.Length, DriverAnalysis.Of(table.Keep(asked), method)), complete);
    }

    /// <summary>
    /// What must be said instead of the model. Besides the differences between populations, a mean of the complete rows less
    /// one published of more rows must not be of too few: a driver's own reading, or the main model against one of a narrower base.
    /// </summary>
    private DriverReading? Hide(int[] asked, int[] complete, DriverCandidate[] variables, int[] main)
    {
        foreach (var rows in new[] { asked, complete })
        {
            var own = rows.ToHashSet();
            if (_cells.Hide(rows.Length, PopulationCells.Rows(_columns.Count, own.Contains), _rule) is Reading.Suppressed hidden)
            {
                return new DriverReading.Suppressed(hidden.Reason);
            }
        }

        var used = complete.ToHashSet();
        return main.Length > 0 && _rule.Hides(main.Count(row => !used.Contains(row)))
            || variables.Any(variable => _rule.Hides(Rows(row => variable.IsComplete(row) && !used.Contains(row)).Length))
            ? new DriverReading.Suppressed(SuppressionReason.WouldRevealOthers)
            : null;
    }

    private double Weight(int row) => _columns.Weights.Length == 0 ? 1 : _columns.Weights[row];

    private int[] Rows(Func<int, bool> holds)
    {
        var selection = _cells.Selection;
        return [.. Enumerable.Range(0, _columns.Count).Where(row => (selection.Length == 0 || (selection[row >> 6] >> (row & 63) & 1) != 0) && holds(row))];
    }
}
