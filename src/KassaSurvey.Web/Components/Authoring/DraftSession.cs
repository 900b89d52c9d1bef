using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>
/// The wave that a page shows, and the changes made to it. Changes run one after the other, each on the revision that the one before left.
/// A change that comes second to somebody else's is refused and makes the session stale until it is reloaded.
/// </summary>
public sealed class DraftSession(Viewer viewer, Draft draft, GetDraft getDraft, EditDraft editDraft, UndoEdit undoEdit, RedoEdit redoEdit) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The draft, or anything about the last change, is another now.</summary>
    public event Action? Changed;

    /// <summary>Who looks.</summary>
    public Viewer Viewer => viewer;

    /// <summary>The wave as it is shown.</summary>
    public Draft Draft { get; private set; } = draft;

    /// <summary>What stopped the last change; empty when it was made.</summary>
    public IReadOnlyList<Error> Errors { get; private set; } = [];

    /// <summary>Who changed the wave in the meantime; null while nobody has.</summary>
    public Error? ChangedByAnother => Errors.FirstOrDefault(error => error.Code == AuthoringErrors.ChangedByAnother("", null).Code);

    /// <summary>True when somebody else changed the wave: nothing is saved until the new version is shown.</summary>
    public bool IsStale => ChangedByAnother is not null;

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    /// <summary>Makes an edit. Returns false when it was refused: see <see cref="Errors"/>.</summary>
    public Task<bool> ApplyAsync(DraftEdit edit) =>
        ChangeAsync(shown => editDraft.ExecuteAsync(viewer, new(shown.WaveId, shown.Revision, edit), CancellationToken.None));

    /// <summary>Takes the last edit back.</summary>
    public Task<bool> UndoAsync() => ChangeAsync(shown => undoEdit.ExecuteAsync(viewer, new(shown.WaveId, shown.Revision), CancellationToken.None));

    /// <summary>Makes the last undone edit again.</summary>
    public Task<bool> RedoAsync() => ChangeAsync(shown => redoEdit.ExecuteAsync(viewer, new(shown.WaveId, shown.Revision), CancellationToken.None));

    /// <summary>Makes a change that another use case knows, and shows what came of it.</summary>
    public Task<bool> RunAsync(Func<Viewer, Draft, Task<Result>> change) => ChangeAsync(async shown =>
    {
        var changed = await change(viewer, shown);
        return changed.IsSuccess ? await ReadAsync(shown.WaveId) : Result<Draft>.Failed(changed.Errors);
    });

    /// <summary>Shows the wave as it is now, with everybody's changes.</summary>
    public Task<bool> ReloadAsync() => ChangeAsync(shown => ReadAsync(shown.WaveId), evenIfStale: true);

    /// <summary>Shows a version that a use case has given.</summary>
    public Task ReplaceAsync(Draft newer) => ChangeAsync(_ => Task.FromResult<Result<Draft>>(newer), evenIfStale: true);

    private Task<Result<Draft>> ReadAsync(WaveId wave) => getDraft.ExecuteAsync(viewer, wave, CancellationToken.None);

    // No change is given up halfway: it may be the one that was under way when its page was left.
    private async Task<bool> ChangeAsync(Func<Draft, Task<Result<Draft>>> change, bool evenIfStale = false)
    {
        await _turn.WaitAsync();
        try
        {
            if (IsStale && !evenIfStale)
            {
                return false;
            }

            var changed = await change(Draft);
            Errors = changed.Errors;
            if (changed.IsSuccess)
            {
                Draft = changed.Value;
            }

            return changed.IsSuccess;
        }
        finally
        {
            _turn.Release();
            Changed?.Invoke();
        }
    }
}
