using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>Reads the driver models of a wave and decides what may be shown.</summary>
public sealed class WaveDriverAnalysis
{
    /// <summary>An area is in the main model when at least this share of those asked about the target was asked about it.</summary>
    public const double NearlyEverybody = 0.9;

    private readonly ResponseColumns _columns;
    private readonly DisclosureRule _rule;
    private readonly PopulationCells _cells;
    private readonly RowSet _selection;
    private readonly RowSet _counted;
    private readonly List<RowSet> _shown = [];

    private WaveDriverAnalysis(ResponseColumns columns, Population population, DisclosureRule rule)
    {
        (_columns, _rule) = (columns, rule);
        _cells = columns.CellsOf(population);
        _selection = RowSet.Of(_cells.Selection, columns.Count);
        _counted = columns.Weights.Length == 0 ? _selection : RowSet.Where(columns.Count, row => columns.Weights[row] > 0);
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

        return new WaveDriverAnalysis(columns, population, rule).Read(questionnaire, target, method);
    }

    /// <summary>
    /// Analyses of other targets can be asked for too, and their complete rows must not differ from these by too few. So all
    /// analyses stand in one order (the overall grade, the path model, the other ratings), and each yields to those before it.
    /// </summary>
    private WaveDrivers Read(Questionnaire questionnaire, Question target, DriverMethod method)
    {
        var plans = new DriverPlans(questionnaire, _columns, _selection);
        var path = plans.Path(target);
        var isPath = method == DriverMethod.Pls && !path.IsEmpty;
        if (target.Code == Survey.OverallCode && !isPath)
        {
            return Read(target.Code, plans.Areas(target), method);
        }

        var overall = questionnaire.Find(Survey.OverallCode);
        var others = questionnaire.Questions.Where(question => question.IsRating && question.Code != Survey.OverallCode);
        Show(overall is { IsRating: true } ? plans.Areas(overall) : []);
        if (isPath)
        {
            return Read(SatisfactionModel.TargetCode, path, method);
        }

        Show(SatisfactionModel.TargetsOf(questionnaire).Select(plans.Path).FirstOrDefault(models => !models.IsEmpty, []));
        foreach (var earlier in others.TakeWhile(question => question.Code != target.Code))
        {
            Show(plans.Areas(earlier));
        }

        return Read(target.Code, plans.Areas(target), method);
    }

    private void Show(ImmutableArray<DriverPlan> plans)
    {
        foreach (var plan in plans)
        {
            Hide(plan);
        }
    }

    private WaveDrivers Read(string target, ImmutableArray<DriverPlan> plans, DriverMethod method) =>
        new(target, [.. plans.Select(plan => Read(plan, method))]);

    private BasedDrivers Read(DriverPlan plan, DriverMethod method)
    {
        if (Hide(plan) is { } hidden)
        {
            return new(plan.Area, plan.IsByQuestion, plan.Codes, null, hidden);
        }

        var asked = plan.Asked(_selection);
        return new(plan.Area, plan.IsByQuestion, plan.Codes, asked.Count, DriverAnalysis.Of(plan.Table(asked, _columns.Weights), method));
    }

    /// <summary>
    /// What must be said instead of the model. Besides the differences between populations, a mean of the complete rows less
    /// one published of other rows must not be of too few: a driver's own reading, or a model shown before.
    /// </summary>
    private DriverReading.Suppressed? Hide(DriverPlan plan)
    {
        var complete = plan.Complete(_selection).And([_counted]);
        foreach (var rows in new[] { plan.Asked(_selection), complete })
        {
            if (_cells.Hide(rows.Count, FigureAnswers.OfRows(rows.Counting()), _rule) is Reading.Suppressed hidden)
            {
                return new(hidden.Reason);
            }
        }

        if (plan.Variables.Any(variable => _rule.Hides(_selection.And([variable.Complete]).CountOutside(complete)))
            || _shown.Exists(shown => _rule.Hides(shown.CountOutside(complete)) || _rule.Hides(complete.CountOutside(shown))))
        {
            return new(SuppressionReason.WouldRevealOthers);
        }

        _shown.Add(complete);
        return null;
    }
}
