using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Makes what an editor sees of a wave.</summary>
internal static class DraftView
{
    /// <summary>Makes it from what is loaded, saved or about to be.</summary>
    public static async Task<Draft> MakeAsync(KassaDbContext db, LoadedDraft loaded, DateOnly today, CancellationToken cancellationToken)
    {
        var (wave, draft, lineage) = (loaded.Wave, loaded.Draft, loaded.Lineage);
        var isDraft = wave.Status == WaveStatus.Draft;
        var undo = isDraft ? await DraftHistory.LastDoneAsync(db, wave.Id, cancellationToken) : null;
        var redo = isDraft ? await DraftHistory.FirstUndoneAsync(db, wave.Id, cancellationToken) : null;
        var links = loaded.LinksByCode();
        var previousYear = lineage.QuestionnaireBefore(wave.Year);
        var check = isDraft ? loaded.Check(today) : new([], LongestWay.Seconds(draft.Questions));
        return new()
        {
            WaveId = wave.Id,
            SurveyId = loaded.Survey.Id,
            SurveyKey = loaded.Survey.Key,
            SurveyName = loaded.Survey.Name,
            Confidentiality = loaded.Survey.Confidentiality,
            Year = wave.Year.Value,
            PreviousYear = previousYear?.Value,
            Status = wave.Status,
            Revision = wave.Revision,
            ChangedBy = wave.ChangedBy,
            ChangedAt = wave.ChangedAt,
            Settings = draft.Settings,
            Areas = draft.Areas,
            Questions =
            [
                .. draft.Questions.Select((content, index) =>
                    Question(index + 1, content, links.GetValueOrDefault(content.Code), lineage, draft.EarlierCodes.Contains(content.Code))),
            ],
            Removed = previousYear is { } year ? [.. lineage.QuestionsOf(year).Where(earlier => draft.Find(earlier.Code) is null)] : [],
            Comparisons = previousYear is { } compared ? [.. Compare(draft, lineage, wave.Year, compared)] : [],
            Texts = draft.Texts(),
            Undo = Step(undo),
            Redo = Step(redo),
            EstimatedSeconds = check.EstimatedSeconds,
            BlockingFindings = check.Findings.Count(finding => finding.Severity == FindingSeverity.Blocking),
            Warnings = check.Findings.Count(finding => finding.Severity == FindingSeverity.Warning),
        };
    }

    /// <summary>The same rule as of the results: the means where they can be compared, else the indices.</summary>
    private static IEnumerable<DraftComparison> Compare(QuestionnaireDraft draft, SurveyLineage lineage, ReportingYear year, ReportingYear compared)
    {
        var comparability = new Comparability(lineage.Links());
        foreach (var area in draft.Areas)
        {
            QuestionContent[] ratings =
            [
                .. draft.Questions.Where(question => question.Scale is not null && question.Code != Survey.OverallCode
                    && string.Equals(question.AreaCode, area.Code, StringComparison.OrdinalIgnoreCase)),
            ];
            if (ratings.Length > 0)
            {
                QuestionChange[] changes = [.. ratings.Select(question => comparability.Between(
                    question.Code, year, compared, lineage.Find(compared, question.Code)?.Scale == question.Scale))];
                var alike = changes.Count(change => change <= QuestionChange.SmallEdit);
                var onIndex = changes.Count(change => change < QuestionChange.Different);
                yield return new(area.Code, new(alike > 0 ? alike : onIndex, ratings.Length), alike == 0 && onIndex > 0);
            }
        }
    }

    private static DraftQuestion Question(int place, QuestionContent content, QuestionLink? link, SurveyLineage lineage, bool isCodeFixed) => link is null
        ? new(place, content, null, null, QuestionChange.New, QuestionChange.New, null, "", isCodeFixed)
        : new(
            place, content, lineage.Find(link.FromYear, content.Code), link.FromYear.Value,
            link.Suggested, link.Limit, link.Decided, link.Reason, isCodeFixed);

    private static DraftStep? Step(QuestionnaireEdit? edit) => edit is null ? null : new(edit.What, edit.Subject, edit.By, edit.At);
}
