using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Lists the surveys of the viewer's fund with their waves.</summary>
public sealed class ListSurveys(IKassaDatabase database)
{
    /// <summary>Lists them by key.</summary>
    public async Task<Result<ImmutableArray<SurveyLine>>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = database;
        throw new NotImplementedException();
    }

    /// <summary>A survey.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="FundKey">Its fund.</param>
    /// <param name="Key">Its name in addresses.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Waves">Its waves, latest first.</param>
    public sealed record SurveyLine(SurveyId Id, string FundKey, string Key, LocalizedText Name, ImmutableArray<WaveLine> Waves);

    /// <summary>A wave.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Year">Its year.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="OpensOn">First day of answering.</param>
    /// <param name="ClosesOn">Last day of answering.</param>
    /// <param name="Questions">How many questions it asks.</param>
    /// <param name="Invited">How many were invited, or null when unknown.</param>
    /// <param name="Completed">Completed responses.</param>
    /// <param name="ChangedBy">Who composed it last.</param>
    /// <param name="ChangedAt">When, UTC.</param>
    public sealed record WaveLine(
        WaveId Id, int Year, WaveStatus Status, DateOnly? OpensOn, DateOnly? ClosesOn, int Questions, int? Invited, int Completed,
        string ChangedBy, DateTime? ChangedAt);
}
