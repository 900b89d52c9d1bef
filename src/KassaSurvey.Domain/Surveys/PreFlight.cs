using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>The check before a wave opens. Each finding names its place.</summary>
public static class PreFlight
{

    /// <summary>Checks a questionnaire.</summary>
    /// <param name="draft">The questionnaire.</param>
    /// <param name="face">What members see of the fund.</param>
    /// <param name="undecided">Codes of changed questions about whose comparability nobody has decided.</param>
    /// <param name="today">The day it would open.</param>
    /// <returns>Findings that block first, each kind in the order of the questionnaire.</returns>
    public static ImmutableArray<Finding> Check(QuestionnaireDraft draft, PreFlightFace face, IEnumerable<string> undecided, DateOnly today)
    {
        Finding[] findings =
        [
            .. Settings(draft, today),
            .. Questions(draft),
            .. Areas(draft),
            .. Translations(draft),
            .. Fund(draft.Settings, face),
            .. undecided.Select(code => Warning(FindingErrors.ChangeUndecided(code), Question(code))),
        ];
        return [.. findings.OrderByDescending(finding => finding.Severity)];
    }

    private static IEnumerable<Finding> Settings(QuestionnaireDraft draft, DateOnly today)
    {
        var settings = new FindingPlace(FindingPlaceKind.Settings, "", null);
        if (draft.Settings.Languages.IsDefaultOrEmpty)
        {
            yield return Blocking(FindingErrors.NoLanguages, settings);
        }

        if (draft.Settings.ClosesOn is not { } last)
        {
            yield return Blocking(FindingErrors.LastDayMissing, settings);
        }
        else if (last < today)
        {
            yield return Blocking(FindingErrors.LastDayPast(last), settings);
        }

        var minutes = LongestWay.Minutes(draft.Questions);
        if (minutes > draft.Settings.StatedMinutes)
        {
            yield return Blocking(FindingErrors.TooLong(minutes, draft.Settings.StatedMinutes), settings);
        }
    }

    private static IEnumerable<Finding> Questions(QuestionnaireDraft draft)
    {
        if (draft.Questions.IsEmpty)
        {
            yield return Blocking(FindingErrors.NoQuestions, new(FindingPlaceKind.Questionnaire, "", null));
        }

        foreach (var error in DraftConditions.Check(draft.Questions))
        {
            yield return Blocking(error, Question((string)error.Arguments[0]!));
        }

        for (var place = 0; place < draft.Questions.Length; place++)
        {
            var question = draft.Questions[place];
            if (!LongestWay.IsReachable(draft.Questions, place))
            {
                yield return Blocking(FindingErrors.Unreachable(question.Code, question.Condition!.QuestionCode), Question(question.Code));
            }

            if (question.Kind is QuestionKind.Single or QuestionKind.Multiple && question.Options.Length < 2)
            {
                yield return Blocking(FindingErrors.TooFewOptions(question.Code), Question(question.Code));
            }

            if (question.Scale is not null && (question.MinimumLabel.IsEmpty || question.MaximumLabel.IsEmpty))
            {
                yield return Blocking(FindingErrors.EndLabelsMissing(question.Code), Question(question.Code));
            }
        }
    }

    private static IEnumerable<Finding> Areas(QuestionnaireDraft draft) => draft.Areas
        .Where(area => DraftAreas.LastOf(draft.Questions, area.Code) < 0)
        .Select(area => Blocking(FindingErrors.AreaEmpty(area.Code), new(FindingPlaceKind.Area, area.Code, null)));

    private static IEnumerable<Finding> Translations(QuestionnaireDraft draft)
    {
        foreach (var text in draft.Texts())
        {
            foreach (var (language, state) in text.States.Where(state => state.Value != TranslationState.Current))
            {
                var place = new FindingPlace(FindingPlaceKind.Translation, text.Key.ToString(), language);
                yield return state == TranslationState.Missing
                    ? Blocking(FindingErrors.TranslationMissing(text.Key, language), place)
                    : Warning(FindingErrors.TranslationStale(text.Key, language), place);
            }
        }
    }

    private static IEnumerable<Finding> Fund(WaveSettings settings, PreFlightFace face)
    {
        foreach (var language in settings.Languages.Where(language => !face.PrivacyText.Has(language)))
        {
            yield return Blocking(FindingErrors.PrivacyTextMissing(language), new(FindingPlaceKind.FundSettings, "privacy", language));
        }

        if (face.Colour is { IsDarkEnough: false } colour)
        {
            yield return Blocking(FindingErrors.ContrastTooLow(colour.ToString(), colour.ContrastOnWhite), new(FindingPlaceKind.FundSettings, "colour", null));
        }

        if (face.ContactEmail.Length == 0)
        {
            yield return Blocking(FindingErrors.ContactMissing, new(FindingPlaceKind.FundSettings, "contact", null));
        }
    }

    private static Finding Blocking(Error what, FindingPlace place) => new(FindingSeverity.Blocking, what, place);

    private static Finding Warning(Error what, FindingPlace place) => new(FindingSeverity.Warning, what, place);

    private static FindingPlace Question(string code) => new(FindingPlaceKind.Question, code, null);
}
