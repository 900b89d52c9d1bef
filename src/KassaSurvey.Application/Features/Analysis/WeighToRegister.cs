using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Design;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>
/// Weights the answers of a closed wave to the member register as it was counted when the sample was drawn. Shows what the weights
/// would be, or seals them as a new version of the wave's answers; earlier versions stay. One margin is post-stratified, several are raked.
/// </summary>
public sealed class WeighToRegister(IKassaDatabase database, MeasuredWaves waves, SealWave sealWave)
{
    /// <summary>More categories of a margin, each shown with its answers, nobody looks at.</summary>
    public const int MostCategories = 100;

    /// <summary>Makes the weights.</summary>
    public async Task<Result<RegisterWeighting>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        List<Error> problems = [.. Problems(query)];
        if (problems.Count > 0)
        {
            return Result<RegisterWeighting>.Failed(problems);
        }

        await using var db = database.For(viewer);
        var found = await ClosedWave.FindAsync(db, waves, query.Wave, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<RegisterWeighting>.Failed(found.Errors);
        }

        string[] segments = [.. query.Margins.SelectMany(margin => margin.Segments).Distinct(StringComparer.Ordinal)];
        var counts = await db.RegisterCounts.AsNoTracking()
            .Where(count => count.WaveId == query.Wave && segments.Contains(count.Segment) && (count.OtherSegment == "" || segments.Contains(count.OtherSegment)))
            .ToListAsync(cancellationToken);
        var sample = await db.WaveSamples.AsNoTracking().SingleOrDefaultAsync(row => row.WaveId == query.Wave, cancellationToken);
        var missing = segments.Where(segment => counts.TrueForAll(count => count.Segment != segment) || !found.Value.Columns.Segments.ContainsKey(segment)).ToList();
        if (sample is null || missing.Count > 0)
        {
            return AnalysisErrors.NotInRegister(string.Join(", ", missing));
        }

        var shown = Weigh(found.Value.Wave, found.Value.Columns, sample, counts, query, found.Value.Rule);
        if (!shown.IsSuccess || query.SealReason is not { } reason)
        {
            return shown;
        }

        // Weighed again inside the sealing: the weights belong to the very rows that are written with them.
        var written = await sealWave.WeighAsync(
            viewer, query.Wave, reason,
            columns => Weigh(found.Value.Wave, columns, sample, counts, query, found.Value.Rule) is { IsSuccess: true, Value.Weights: { } weights }
                ? Result.Of(weights.Weights.ToArray())
                : AnalysisErrors.EmptyCategories,
            cancellationToken);
        return written.IsSuccess
            ? shown.Value with { Weights = shown.Value.Weights! with { SealedVersion = written.Value.DataVersion } }
            : Result<RegisterWeighting>.Failed(written.Errors);
    }

    private static IEnumerable<Error> Problems(Query query)
    {
        if (query.Margins.IsEmpty || query.Margins.Select(margin => margin.Name).Distinct(StringComparer.Ordinal).Count() != query.Margins.Length)
        {
            yield return AnalysisErrors.NoMargins;
        }

        if (!query.Trim.IsValid)
        {
            yield return AnalysisErrors.BadTrim;
        }

        if (query.SealReason is { } why && (string.IsNullOrWhiteSpace(why) || why.Length > SealedWave.LongestReason))
        {
            yield return AnalysisErrors.BadReason(SealedWave.LongestReason);
        }
    }

    private static Result<RegisterWeighting> Weigh(
        Wave wave, ResponseColumns columns, WaveSample sample, List<RegisterCount> counts, Query query, DisclosureRule rule)
    {
        if (columns.Count == 0 || rule.Hides(columns.Count))
        {
            return AnalysisErrors.TooFewRespondents;
        }

        var (margins, answers, cells) = (new List<PopulationMargin>(), new List<string[]>(), ImmutableArray.CreateBuilder<RegisterCell>());
        var weights = DrawnWeights.Of(columns, sample);
        foreach (var margin in query.Margins)
        {
            var (members, categories) = (margin.Members(counts).ToList(), margin.CategoriesOf(columns));
            var merging = new CategoryMerging(margin.Name, members.Select(cell => cell.Category).Concat(categories), query.Merges);
            string[] merged = [.. categories.Select(category => merging[category])];
            var totals = members.GroupBy(cell => merging[cell.Category], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(cell => cell.Members), StringComparer.Ordinal);
            string[] names = [.. totals.Keys.Concat(merged).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (names.Length > MostCategories)
            {
                return AnalysisErrors.TooManyCategories(margin.Name, names.Length, MostCategories);
            }

            var population = new PopulationMargin(margin.Name, names, [.. names.Select(name => (double)totals.GetValueOrDefault(name))]);
            cells.AddRange(Cells(population, merged, weights, rule));
            margins.Add(population);
            answers.Add(merged);
        }

        if (cells.Any(cell => cell.IsEmpty))
        {
            return query.SealReason is null ? new RegisterWeighting(cells.ToImmutable(), null) : AnalysisErrors.EmptyCategories;
        }

        var weighed = RespondentWeights.Weigh(wave.Year.Value.ToString(CultureInfo.InvariantCulture), margins, answers, weights, query.Trim, rule);
        return weighed.IsSuccess
            ? new RegisterWeighting(cells.ToImmutable(), weighed.Value with { DataVersion = columns.DataVersion })
            : Result<RegisterWeighting>.Failed(weighed.Errors);
    }

    /// <summary>One count too small to show hides all of the margin: the others would give it away.</summary>
    private static IEnumerable<RegisterCell> Cells(PopulationMargin margin, string[] answers, double[] weights, DisclosureRule rule)
    {
        var sums = CategorySums.Of(margin, answers, weights);
        var hides = sums.Counts.Any(count => rule.Hides(count));
        var thin = PostStratification.CellsToMerge(weights, new CalibrationMargin(sums.Places, margin.Totals));
        return margin.Categories.Select((category, place) => new RegisterCell(
            margin.Variable, category, (long)margin.Totals[place], hides ? null : sums.Counts[place],
            sums.Counts[place] == 0 || margin.Totals[place] == 0, thin[place]));
    }

    /// <param name="Wave">The wave.</param>
    /// <param name="Margins">What the weights are to agree with: one margin, or several.</param>
    /// <param name="Merges">Categories that somebody has chosen to count as one.</param>
    /// <param name="Trim">How far weights may be from their mean.</param>
    /// <param name="SealReason">Why a new version with the weights is sealed; null = nothing is stored.</param>
    public sealed record Query(
        WaveId Wave, ImmutableArray<RegisterMargin> Margins, ImmutableArray<CategoryMerge> Merges, WeightTrim Trim, string? SealReason);
}
