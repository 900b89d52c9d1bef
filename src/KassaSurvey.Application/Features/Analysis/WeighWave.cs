using System.Globalization;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>
/// Weights the responses of a wave by their segments. Shows what the weights would be, or seals them as a new version of the
/// wave's answers. Weights start from 1: those of an earlier weighting or import are replaced, not refined.
/// </summary>
public sealed class WeighWave(IKassaDatabase database, MeasuredWaves waves, SealWave sealWave)
{
    /// <summary>Makes the weights.</summary>
    public async Task<Result<WeightingDocument>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadResults || (query.SealReason is not null && !viewer.MayRunSurveys))
        {
            return AccessErrors.NotAllowed;
        }

        if (query.SealReason is { } why && (string.IsNullOrWhiteSpace(why) || why.Length > SealedWave.LongestReason))
        {
            return AnalysisErrors.BadReason(SealedWave.LongestReason);
        }

        var margins = PopulationMargin.Read(query.Margins);
        if (!margins.IsSuccess)
        {
            return Result<WeightingDocument>.Failed(margins.Errors);
        }

        await using var db = database.For(viewer);
        var found = await SurveyWaves.FindAsync(db, waves, query.FundKey, query.SurveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<WeightingDocument>.Failed(found.Errors);
        }

        if (!ReportingYear.IsValid(query.Year)
            || found.Value.History.Years.Contains(new(query.Year)) is false
            || found.Value.History.Measured(new(query.Year)) is not { } measured)
        {
            return WaveErrors.YearNotFound(query.SurveyKey, query.Year);
        }

        var rule = found.Value.Rule;
        var document = Weigh(measured.Columns, margins.Value, query, rule);
        if (!document.IsSuccess || query.SealReason is not { } reason)
        {
            return document;
        }

        // Weighed again inside the sealing: the weights belong to the very rows that are written with them.
        var written = await sealWave.WeighAsync(
            viewer, found.Value.History.Wave(new(query.Year))!.Id, reason,
            columns => Weigh(columns, margins.Value, query, rule) is { IsSuccess: true } weighed
                ? Result.Of(weighed.Value.Weights.ToArray())
                : Result<double[]>.Failed(Weigh(columns, margins.Value, query, rule).Errors),
            cancellationToken);
        return written.IsSuccess
            ? document.Value with { SealedVersion = written.Value.DataVersion }
            : Result<WeightingDocument>.Failed(written.Errors);
    }

    private static Result<WeightingDocument> Weigh(
        ResponseColumns columns, IReadOnlyList<PopulationMargin> margins, Query query, DisclosureRule rule)
    {
        if (columns.Count == 0 || rule.Hides(columns.Count))
        {
            return AnalysisErrors.TooFewRespondents;
        }

        var errors = margins.Where(margin => Segment(columns, margin.Variable) is null)
            .Select(margin => NearestName.Of(margin.Variable, columns.Segments.Keys) is { } nearest
                ? AnalysisErrors.UnknownVariableNear(margin.Variable, nearest)
                : AnalysisErrors.UnknownVariable(margin.Variable, string.Join(", ", columns.Segments.Keys)))
            .ToList();
        if (errors.Count > 0)
        {
            return Result<WeightingDocument>.Failed(errors);
        }

        var weighed = RespondentWeights.Weigh(
            query.Year.ToString(CultureInfo.InvariantCulture), margins, [.. margins.Select(margin => Categories(Segment(columns, margin.Variable)!))],
            [.. Enumerable.Repeat(1.0, columns.Count)], query.Trim, rule);
        return weighed.IsSuccess ? weighed.Value with { DataVersion = columns.DataVersion } : weighed;
    }

    private static SegmentColumn? Segment(ResponseColumns columns, string variable) => columns.Segments
        .FirstOrDefault(segment => segment.Key.Equals(variable, StringComparison.OrdinalIgnoreCase)).Value;

    private static string[] Categories(SegmentColumn segment) =>
        [.. segment.Codes.Select(code => code < segment.Categories.Length ? segment.Categories[code] : "")];

    /// <summary>What is weighted.</summary>
    /// <param name="FundKey">The fund.</param>
    /// <param name="SurveyKey">The survey.</param>
    /// <param name="Year">The wave's year.</param>
    /// <param name="Margins">The margins: variable (a segment), category, total.</param>
    /// <param name="Trim">Bounds.</param>
    /// <param name="SealReason">Why a new version with the weights is sealed; null = nothing is stored.</param>
    public sealed record Query(string FundKey, string SurveyKey, int Year, DataFile Margins, WeightTrim Trim, string? SealReason);
}
