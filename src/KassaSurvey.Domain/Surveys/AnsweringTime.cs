namespace KassaSurvey.Domain.Surveys;

/// <summary>
/// How long a questionnaire takes, told to the member before the start. The rule: 8 seconds to read and answer a question that is ticked
/// and 20 for one that is written, to the nearest whole minute. Questions that most members are not shown count too: a promise
/// of time should rather be kept than short.
/// </summary>
public static class AnsweringTime
{
    /// <summary>Seconds for a question answered by choosing.</summary>
    public const int SecondsToChoose = 8;

    /// <summary>Seconds for a question answered in words or numbers, averaged over those who skip it.</summary>
    public const int SecondsToWrite = 20;

    /// <summary>Whole minutes, at least 1.</summary>
    public static int MinutesOf(Questionnaire questionnaire)
    {
        var seconds = questionnaire.Questions.Sum(question =>
            question.Kind is QuestionKind.OpenText or QuestionKind.Number ? SecondsToWrite : SecondsToChoose);
        return Math.Max(1, (seconds + 30) / 60);
    }
}
