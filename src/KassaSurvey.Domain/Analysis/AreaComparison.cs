using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis;

/// <summary>
/// An area in two years, on the questions that both asked alike. When some can be compared on the index only, and none better, the area
/// is compared on those, as an index.
/// </summary>
internal readonly record struct AreaComparison(Reading Current, Reading? Compared, QuestionChange Change, ComparisonBasis? Basis)
{
    public static AreaComparison Of(
        string area, ImmutableArray<Question> ratings, WaveReadings current, WaveReadings? compared, Func<string, QuestionChange> changeOf)
    {
        if (compared?.Area(area) is not { Value: not null } before)
        {
            return new(current.Area(area), compared?.Area(area), QuestionChange.Same, null);
        }

        string[] both = [.. ratings.Select(rating => rating.Code).Where(code => compared.Questionnaire.Find(code) is { IsRating: true })];
        string[] alike = [.. both.Where(code => changeOf(code) <= QuestionChange.SmallEdit && SameScale(current, compared, code))];
        string[] onIndex = [.. both.Where(code => changeOf(code) < QuestionChange.Different)];
        var change = alike.Length > 0 ? QuestionChange.Same : onIndex.Length > 0 ? QuestionChange.ScaleChanged : QuestionChange.Different;
        var common = change switch { QuestionChange.Same => alike, QuestionChange.ScaleChanged => onIndex, _ => [] };
        var basis = new ComparisonBasis(common.Length, ratings.Length);
        var wasMore = compared.Questionnaire.Questions.Count(question => question.IsRating && question.AreaCode == area && question.Code != Survey.OverallCode) > common.Length;
        return change == QuestionChange.Different || (basis.IsWhole && !wasMore)
            ? new(current.Area(area), before, change, basis)
            : new(current.AreaOn(common), compared.AreaOn(common), change, basis);
    }

    private static bool SameScale(WaveReadings current, WaveReadings compared, string code) =>
        current.Questionnaire.Find(code)?.Scale == compared.Questionnaire.Find(code)?.Scale;
}
