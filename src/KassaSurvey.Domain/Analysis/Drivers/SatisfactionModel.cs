using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>
/// The built-in path model of the satisfaction index's kind (statistics 1.5 and 4.6): image leads to the service areas,
/// to satisfaction and to loyalty; the areas lead to satisfaction, satisfaction to loyalty. Everybody in it was asked
/// about all of it; staff is added on the base of those who were in contact.
/// </summary>
public sealed class SatisfactionModel
{
    /// <summary>The code of the latent satisfaction.</summary>
    public const string TargetCode = "SAT";

    private const string Image = "IMAGE";
    private const string Loyalty = "LOYALTY";

    private static readonly string[] SatisfactionQuestions = [Survey.OverallCode, "EXP_MET", "EXP_IDEAL"];
    private static readonly string[] ServiceAreas = ["HANDLING", "DIGITAL", "INFO"];

    private SatisfactionModel(ImmutableArray<DriverCandidate> drivers, DriverCandidate target, DriverCandidate loyalty, DriverCandidate? staff) =>
        (Drivers, Target, Consequence, Staff) = (drivers, target, loyalty, staff);

    internal ImmutableArray<DriverCandidate> Drivers { get; }

    internal DriverCandidate Target { get; }

    internal DriverCandidate Consequence { get; }

    internal DriverCandidate? Staff { get; }

    /// <summary>The questions that satisfaction is measured by.</summary>
    internal static IEnumerable<Question> TargetsOf(Questionnaire questionnaire) =>
        SatisfactionQuestions.Select(questionnaire.Find).OfType<Question>().Where(question => question.IsRating);

    /// <summary>The model for a target among the satisfaction questions, or null when the wave does not ask what it needs.</summary>
    internal static SatisfactionModel? Find(Questionnaire questionnaire, ResponseColumns columns, Question target)
    {
        var areas = WaveReadings.RatingsByArea(questionnaire).ToDictionary(area => area.Key, area => area.ToList(), StringComparer.OrdinalIgnoreCase);
        var satisfaction = TargetsOf(questionnaire).ToList();
        if (satisfaction.Count < 2 || !satisfaction.Contains(target) || !areas.ContainsKey(Image) || !areas.ContainsKey(Loyalty)
            || !ServiceAreas.Any(areas.ContainsKey))
        {
            return null;
        }

        return new(
            [.. ServiceAreas.Prepend(Image).Where(areas.ContainsKey).Select(Block)],
            DriverCandidate.Block(TargetCode, satisfaction, columns),
            Block(Loyalty),
            areas.ContainsKey("STAFF") ? Block("STAFF") : null);

        DriverCandidate Block(string area) => DriverCandidate.Block(area, areas[area], columns);
    }

    /// <summary>The arrows between the codes of these drivers, the target and loyalty.</summary>
    internal static ImmutableArray<(string Source, string Target)> ArrowsOf(IEnumerable<string> drivers)
    {
        List<string> areas = [.. drivers.Where(driver => driver != Image)];
        return
        [
            .. areas.SelectMany(area => new[] { (Image, area), (area, TargetCode) }),
            (Image, TargetCode),
            (Image, Loyalty),
            (TargetCode, Loyalty),
        ];
    }
}
