using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Corrects a typo while members are answering; logged with what it said before.</summary>
public sealed class CorrectWording(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The correction.</summary>
    /// <param name="WaveId">The open wave.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    /// <param name="Key">Which text.</param>
    /// <param name="Language">In which language; it must have the text already.</param>
    /// <param name="Text">What it shall say.</param>
    public sealed record Command(WaveId WaveId, int Revision, TextKey Key, string Language, string Text);

    /// <summary>Corrects it; members see it with their next page.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        var result = await DraftWriter.RunAsync(
            database, viewer, command.WaveId, command.Revision, (db, loaded, ct) => CorrectAsync(db, loaded, viewer, command, ct), cancellationToken);
        return result.IsSuccess ? Result.Done : Result.Failed(result.Errors);
    }

    private async Task<Result<string>> CorrectAsync(
        KassaDbContext db, LoadedDraft loaded, Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        var text = command.Text.Trim();
        var area = command.Key.Part == TextPart.AreaName
            ? loaded.Areas.FirstOrDefault(area => string.Equals(area.Code, command.Key.Code, StringComparison.OrdinalIgnoreCase))
            : null;
        var corrected = loaded.Wave.CorrectWording(command.Key, area, command.Language, text, viewer.Name, time.Now());
        if (!corrected.IsSuccess || corrected.Value == text)
        {
            return corrected;
        }

        loaded.Lineage.Links(db);
        var number = 1 + (await db.WordingCorrections.Where(row => row.WaveId == command.WaveId).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0);
        db.WordingCorrections.Add(WordingCorrection.Create(
            loaded.Wave, number, command.Key, command.Language, corrected.Value, text, viewer.Name, time.Now()));
        return corrected;
    }
}
