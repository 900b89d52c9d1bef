using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Domain.Analysis.Quality;

/// <summary>How well one question was answered by those who were asked it.</summary>
/// <param name="Code">The question.</param>
/// <param name="Asked">Responses that were shown it.</param>
/// <param name="LeftEmptyShare">Share of those that left it empty (item nonresponse).</param>
/// <param name="CantSayShare">Share of "can't say" among those that answered anything.</param>
public sealed record QuestionQuality(string Code, long Asked, double LeftEmptyShare, double CantSayShare)
{
    /// <summary>More "can't say" than this asks whether the question fits those who get it.</summary>
    public const double MuchCantSay = 0.3;

    /// <summary>True when more than <see cref="MuchCantSay"/> could not say.</summary>
    public bool HasMuchCantSay => CantSayShare > MuchCantSay;

    /// <summary>The quality of a question, or null when too few answered it to say, or its answers do not tell.</summary>
    public static QuestionQuality? Of(Question question, ResponseColumns columns, DisclosureRule rule)
    {
        if (columns.Codes.TryGetValue(question.Code, out var codes))
        {
            var tally = ValueTally.Of(codes, [], []);
            return Of(question.Code, columns.Count, tally.Count(MissingCode.NotAsked), tally.Count(MissingCode.LeftEmpty), tally.Count(MissingCode.CantSay), rule);
        }

        return columns.Choices.TryGetValue(question.Code, out var choices)
            ? Of(question.Code, columns.Count, Count(choices, MissingCode.NotAsked), Count(choices, MissingCode.LeftEmpty), Count(choices, MissingCode.CantSay), rule)
            : null;
    }

    private static QuestionQuality? Of(string code, long responses, long notAsked, long leftEmpty, long cantSay, DisclosureRule rule)
    {
        var asked = responses - notAsked;
        var answered = asked - leftEmpty;
        return asked == 0 || rule.Hides(asked) || rule.Hides(answered - cantSay)
            ? null
            : new(code, asked, (double)leftEmpty / asked, answered == 0 ? 0 : (double)cantSay / answered);
    }

    private static long Count(int[] choices, byte missing) => choices.LongCount(value => value == MissingCode.AsChoices(missing));
}
