using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>The edits of a draft, so that they can be undone and made again.</summary>
internal static class DraftHistory
{
    /// <summary>How many edits can be undone; older ones stay in the log as facts.</summary>
    public const int Longest = 100;

    /// <summary>Records an edit; what had been undone can then no longer be redone. The caller saves.</summary>
    public static async Task RecordAsync(
        KassaDbContext db, Wave wave, QuestionnaireDraft before, string what, string subject, string by, DateTime at, CancellationToken cancellationToken)
    {
        var undone = await db.QuestionnaireEdits.Where(edit => edit.WaveId == wave.Id && edit.After != null).ToListAsync(cancellationToken);
        db.QuestionnaireEdits.RemoveRange(undone);
        var latest = await db.QuestionnaireEdits.Where(edit => edit.WaveId == wave.Id).MaxAsync(edit => (int?)edit.Number, cancellationToken) ?? 0;
        // The numbers of what was undone are not used again: their rows go with the same saving.
        var number = latest + 1;
        foreach (var old in await db.QuestionnaireEdits
            .Where(edit => edit.WaveId == wave.Id && edit.Number <= number - Longest && edit.Before != "").ToListAsync(cancellationToken))
        {
            old.Forget();
        }

        db.QuestionnaireEdits.Add(QuestionnaireEdit.Create(wave, number, by, at, what, subject, Write(before)));
    }

    /// <summary>The edit that an undo would take back, or null.</summary>
    public static Task<QuestionnaireEdit?> LastDoneAsync(KassaDbContext db, WaveId wave, CancellationToken cancellationToken) => db.QuestionnaireEdits
        .Where(edit => edit.WaveId == wave && edit.After == null && edit.Before != "")
        .OrderByDescending(edit => edit.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The edit that a redo would make again, or null.</summary>
    public static Task<QuestionnaireEdit?> FirstUndoneAsync(KassaDbContext db, WaveId wave, CancellationToken cancellationToken) => db.QuestionnaireEdits
        .Where(edit => edit.WaveId == wave && edit.After != null)
        .OrderBy(edit => edit.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A questionnaire as JSON.</summary>
    public static string Write(QuestionnaireDraft draft) =>
        StoredJson.Write(new Snapshot(draft.Areas, draft.Questions, draft.Settings, draft.StaleTexts));

    /// <summary>The draft with the questionnaire that the JSON holds.</summary>
    public static QuestionnaireDraft Restore(QuestionnaireDraft draft, string json)
    {
        var snapshot = StoredJson.Read<Snapshot>(json);
        return draft with
        {
            Areas = snapshot.Areas, Questions = snapshot.Questions, Settings = snapshot.Settings, StaleTexts = snapshot.StaleTexts,
        };
    }

    private sealed record Snapshot(
        ImmutableArray<WaveArea> Areas, ImmutableArray<QuestionContent> Questions, WaveSettings Settings, ImmutableSortedSet<string> StaleTexts);
}
