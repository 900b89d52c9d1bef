using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Takes a translator's file in.</summary>
public sealed class ImportTranslations(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The file.</summary>
    /// <param name="WaveId">The draft.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    /// <param name="Content">The workbook; must seek.</param>
    public sealed record Command(WaveId WaveId, int Revision, Stream Content);

    /// <summary>What came of it.</summary>
    /// <param name="Changed">Texts that were changed.</param>
    /// <param name="Unchanged">Texts that say the same as before.</param>
    /// <param name="Problems">Rows that were not taken, and why; the others were.</param>
    public sealed record Outcome(int Changed, int Unchanged, ImmutableArray<Problem> Problems);

    /// <summary>A row that was not taken.</summary>
    /// <param name="Line">The row of the sheet, from 1; 0 = the whole file.</param>
    /// <param name="Language">The language, or empty for the whole row.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Problem(int Line, string Language, Error Reason);

    /// <summary>Takes every good row, as one edit that can be undone.</summary>
    public async Task<Result<Outcome>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
