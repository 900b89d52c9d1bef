using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Takes a translator's file in.</summary>
public sealed class ImportTranslations(IKassaDatabase database, ITranslationFile file, TimeProvider time)
{
    /// <summary>The file.</summary>
    /// <param name="WaveId">The draft.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    /// <param name="Content">The workbook; must seek.</param>
    public sealed record Command(WaveId WaveId, int Revision, Stream Content);

    /// <summary>Takes every good cell, as one edit that can be undone. Empty cells, and the source language's, change nothing.</summary>
    public async Task<Result<Outcome>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        var rows = file.Read(command.Content);
        if (!rows.IsSuccess)
        {
            return Result<Outcome>.Failed(rows.Errors);
        }

        return await DraftWriter.RunAsync(
            database, viewer, command.WaveId, command.Revision,
            async (db, loaded, ct) =>
            {
                if (loaded.Wave.Status != WaveStatus.Draft)
                {
                    return WaveErrors.StructureFixed(loaded.Wave.Year.Value);
                }

                var pass = TranslationPass.Run(loaded.Draft, rows.Value);
                if (!pass.IsSuccess || pass.Value.Outcome.Changed == 0)
                {
                    return pass.IsSuccess ? pass.Value.Outcome : Result<Outcome>.Failed(pass.Errors);
                }

                var composed = await EditDraft.ComposeAsync(
                    db, loaded, pass.Value.Draft, nameof(ImportTranslations), "", viewer, time, ct);
                return composed.IsSuccess ? pass.Value.Outcome : Result<Outcome>.Failed(composed.Errors);
            },
            cancellationToken);
    }

    /// <summary>What came of it.</summary>
    /// <param name="Changed">Texts that were changed.</param>
    /// <param name="Unchanged">Texts that say the same as before.</param>
    /// <param name="Problems">What was not taken, or taken and still marked, and why; all else was taken.</param>
    public sealed record Outcome(int Changed, int Unchanged, ImmutableArray<Problem> Problems);

    /// <summary>A row or cell with a problem.</summary>
    /// <param name="Line">The row of the sheet, from 1.</param>
    /// <param name="Language">The language, or empty for the whole row.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Problem(int Line, string Language, Error Reason);
}
