using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>
/// The telephone by question (statistics 4.6): what goes with the overall grade of those who called: getting through, the staff,
/// and whether the matter was resolved on the first call. Its drivers are questions, so it is a model of its own.
/// </summary>
internal static class TelephoneModel
{
    /// <summary>The area whose questions it is about.</summary>
    public const string AreaCode = "PHONE";

    private const string Reach = "PHO_REACH";
    private const string Solved = "PHO_SOLVED";
    private const string OnFirstCall = "FIRST";

    private static readonly string[] Ratings = [Reach, "STF_FRIENDLY", "STF_EXPERT"];

    /// <summary>The model's drivers, or none when the wave does not ask callers both questions of their own.</summary>
    public static ImmutableArray<DriverCandidate> Find(Questionnaire questionnaire, ResponseColumns columns)
    {
        var ratings = Ratings.Select(questionnaire.Find).OfType<Question>().Where(question => question.IsRating).ToList();
        return ratings.Exists(rating => rating.Code == Reach) && questionnaire.Find(Solved) is { } solved && solved.Option(OnFirstCall) is { } first
            ? [.. ratings.Select(rating => DriverCandidate.Block(rating.Code, [rating], columns)), DriverCandidate.Choice(solved, first, columns)]
            : [];
    }
}
