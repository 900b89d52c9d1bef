using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Shows a draft as members will see it.</summary>
public sealed class PreviewDraft(IKassaDatabase database)
{
    /// <summary>The form, with pages and conditions; nothing is stored of what is answered on it.</summary>
    public async Task<Result<SurveyForm>> ExecuteAsync(Viewer viewer, WaveId waveId, CancellationToken cancellationToken)
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

        var (fund, wave, draft) = (loaded.Fund, loaded.Wave, loaded.Draft);
        return new SurveyForm(
            fund.Id, wave.Id, wave.Revision, PublicFace.Of(fund, loaded.Face), loaded.Survey.Name, loaded.Survey.Confidentiality, fund.MinimumCell,
            wave.ClosesOn ?? draft.Settings.ClosesOn,
            new Questionnaire(wave.Questions),
            draft.Areas.ToImmutableDictionary(area => area.Code, area => area.Name, StringComparer.OrdinalIgnoreCase))
        {
            Minutes = draft.Settings.StatedMinutes,
        };
    }
}
