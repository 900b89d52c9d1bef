using System.Collections.Concurrent;
using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>
/// Keeps the form of each wave in the field, so that a request reads the member's own rows only. A new revision of the wave
/// replaces it at once, and so does a change of the fund's face in this process; one made by another shows up within <see cref="Age"/>.
/// </summary>
public sealed class QuestionnaireCache(IKassaDatabase database, TimeProvider time)
{
    /// <summary>How long a form is used before it is read again.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<WaveId, Entry> _entries = new();

    /// <summary>The form of the link's wave when it is at hand, else null.</summary>
    public SurveyForm? Find(MemberLink link) =>
        _entries.GetValueOrDefault(link.WaveId) is { } entry && entry.Revision == link.Revision && !IsOld(entry)
        && entry.Form.IsValueCreated && entry.Form.Value is { IsCompletedSuccessfully: true } form
            ? form.Result
            : null;

    /// <summary>The form of a wave at this revision.</summary>
    public async Task<SurveyForm> GetAsync(FundId fund, WaveId wave, int revision, CancellationToken cancellationToken)
    {
        var entry = _entries.GetValueOrDefault(wave);
        if (entry is null || entry.Revision != revision || IsOld(entry))
        {
            // A burst of first visitors shares one reading; the reading belongs to none of them, so none can cancel it.
            var fresh = new Entry(revision, time.GetTimestamp(), new(() => LoadAsync(fund, wave)));
            entry = _entries.AddOrUpdate(wave, fresh, (_, now) => ReferenceEquals(now, entry) ? fresh : now);
            entry = entry.Revision == revision ? entry : fresh;
        }

        try
        {
            return await entry.Form.Value.WaitAsync(cancellationToken);
        }
        catch when (entry.Form.Value.IsFaulted)
        {
            _entries.TryRemove(new(wave, entry));
            throw;
        }
    }

    /// <summary>Reads everything again at the next visit: the fund has changed how it shows itself.</summary>
    public void Forget() => _entries.Clear();

    private bool IsOld(Entry entry) => time.GetElapsedTime(entry.Loaded) > Age;

    private async Task<SurveyForm> LoadAsync(FundId fundId, WaveId waveId)
    {
        await using var db = database.For(Viewer.Respondent(fundId));
        var fund = await db.Funds.AsNoTracking().SingleAsync(fund => fund.Id == fundId, CancellationToken.None);
        var face = await db.FundFaces.AsNoTracking().SingleOrDefaultAsync(face => face.FundId == fundId, CancellationToken.None);
        var wave = await db.Waves.AsNoTracking().Include(wave => wave.Questions).SingleAsync(wave => wave.Id == waveId, CancellationToken.None);
        var survey = await db.Surveys.AsNoTracking().SingleAsync(survey => survey.Id == wave.SurveyId, CancellationToken.None);
        var areas = await db.ServiceAreas.AsNoTracking().Where(area => area.SurveyId == survey.Id).ToListAsync(CancellationToken.None);
        var form = new SurveyForm(
            fundId, waveId, wave.Revision, PublicFace.Of(fund, face), survey.Name, survey.Confidentiality, fund.MinimumCell, wave.ClosesOn,
            new Questionnaire(wave.Questions),
            areas.ToImmutableDictionary(area => area.Code, area => area.Name, StringComparer.OrdinalIgnoreCase));
        return wave.Composition is { Settings: var settings }
            ? form with
            {
                Minutes = settings.StatedMinutes,
                // In the order in which every page shows them.
                Languages = [.. Languages.All.Where(settings.Languages.Contains)],
            }
            : form;
    }

    private sealed record Entry(int Revision, long Loaded, Lazy<Task<SurveyForm>> Form);
}
