using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Writes a draft's texts for a translator.</summary>
public sealed class ExportTranslations(IKassaDatabase database, ITranslationFile file)
{
    /// <summary>Writes a workbook with a row per text: key, place, source language, the other languages, which of them wait.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, WaveId waveId, Stream output, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await LoadedDraft.FindAsync(db, waveId, cancellationToken) is not { } loaded)
        {
            return AuthoringErrors.WaveUnknown;
        }

        var title = $"{loaded.Survey.Name.In(loaded.Draft.Settings.SourceLanguage)} {loaded.Wave.Year}";
        await file.WriteAsync(TranslationColumns.Write(title, loaded.Draft), output, cancellationToken);
        return Result.Done;
    }
}
