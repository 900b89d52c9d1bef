using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Releases;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Releasing;

/// <summary>The text of a year's report: read, worded anew, and its log.</summary>
public sealed class EditNarrative(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The text in a language. Edits are of everybody's results: a part of the members has the results' own words.</summary>
    public async Task<ReportText> ReadAsync(Viewer viewer, SurveyResults survey, string language, CancellationToken cancellationToken)
    {
        var narrative = WriteNarrative.Of(survey, language);
        return ReportText.Of(narrative, await LogAsync(viewer, survey, language, cancellationToken));
    }

    /// <summary>Every edit of the report of the year against its compared year in a language, newest first; none for a part of the members.</summary>
    private async Task<IReadOnlyList<NarrativeEdit>> LogAsync(
        Viewer viewer, SurveyResults survey, string language, CancellationToken cancellationToken)
    {
        var (results, surveyId) = (survey.Results, survey.Survey.Id);
        if (!viewer.MayReadResults || !results.Population.IsEverybody || results.IsWithoutCareless)
        {
            return [];
        }

        await using var db = database.For(viewer);
        return await db.NarrativeEdits.AsNoTracking()
            .Where(edit => edit.SurveyId == surveyId && edit.Year == results.Year && edit.ComparedYear == results.ComparedYear && edit.Language == language)
            .OrderByDescending(edit => edit.At).ThenByDescending(edit => edit.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Words a sentence anew; empty words, or the results' own, give it back.</summary>
    /// <param name="viewer">Who.</param>
    /// <param name="survey">The results as the editor saw them: the edit holds as long as the sentence would say the same.</param>
    /// <param name="language">The report's language.</param>
    /// <param name="sentence">Which sentence.</param>
    /// <param name="text">The new words.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Result> SaveAsync(
        Viewer viewer, SurveyResults survey, string language, string sentence, string text, CancellationToken cancellationToken)
    {
        if (!viewer.MayWriteReports || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        var now = await ReadAsync(viewer, survey, language, cancellationToken);
        // An edit whose sentence is gone can be given back only.
        var own = now.Sentences.FirstOrDefault(known => known.Key == sentence)?.Written.Text
            ?? (text.Length == 0 ? now.Lost.FirstOrDefault(lost => lost.Sentence == sentence)?.Generated : null);
        if (own is null)
        {
            return ReleaseErrors.NoSentence;
        }

        var edit = NarrativeEdit.Create(fund, survey.Survey.Id, new(survey.Results.Year, survey.Results.ComparedYear, language), sentence, own, text, viewer, time.GetUtcNow().UtcDateTime);
        if (!edit.IsSuccess)
        {
            return Result.Failed(edit.Errors);
        }

        await using var db = database.For(viewer);
        db.NarrativeEdits.Add(edit.Value);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
