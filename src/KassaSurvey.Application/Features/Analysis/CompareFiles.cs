using System.Globalization;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>
/// Compares two waves of an analyst's own files item by item. Nothing is stored and nothing is hidden: whoever runs it has the rows.
/// </summary>
public static class CompareFiles
{
    /// <summary>Compares the waves.</summary>
    public static Result<ComparisonDocument> Execute(Query query)
    {
        var leftOut = new LeftOutCells();
        List<DataFile> files = [query.Current, .. new[] { query.Previous }.OfType<DataFile>()];
        var errors = files.SelectMany(file => WaveRows.Check(file, query, leftOut)).ToList();
        if (errors.Count > 0)
        {
            return Result<ComparisonDocument>.Failed(errors);
        }

        var waves = Waves(query);
        if (!waves.IsSuccess)
        {
            return Result<ComparisonDocument>.Failed(waves.Errors);
        }

        var (current, previous) = waves.Value;
        var members = query.Id is null ? null : new SharedMembers(current.Ids, previous.Ids);
        List<ComparedItem> family = [.. query.Items.Select(item => Test(item, query.ScaleOf(item), current, previous, members))];
        return new ComparisonDocument(
            current.Name,
            previous.Name,
            members is null ? ComparisonTest.Welch : ComparisonTest.SharedMembers,
            query.Adjust,
            query.Weight is not null,
            members?.InBoth,
            ComparedItem.Judge(family, query.Adjust, query.Margin),
            [
                .. leftOut.Warnings(),
                .. Repeated(current, members?.RepeatedInCurrent ?? 0), .. Repeated(previous, members?.RepeatedInPrevious ?? 0),
                .. family.Where(item => !(item.Current.Mean?.N > 1 && item.Previous.Mean?.N > 1)).Select(item => AnalysisErrors.TooFewToTest(item.Code)),
            ]);
    }

    private static ComparedItem Test(string item, AnswerScale scale, WaveRows current, WaveRows previous, SharedMembers? members)
    {
        var now = new ComparedItem.Side(current.Mean(item), scale);
        var then = new ComparedItem.Side(previous.Mean(item), scale);
        return members is null
            ? ComparedItem.Independent(item, now, then)
            : new(item, now, then, WaveComparison.Of(
                current.Items[item], current.Weights, members.Current, previous.Items[item], previous.Weights, members.Previous));
    }

    private static IEnumerable<Error> Repeated(WaveRows wave, int members) =>
        members > 0 ? [AnalysisErrors.RepeatedIds(wave.Name, members)] : [];

    private static Result<(WaveRows Current, WaveRows Previous)> Waves(Query query)
    {
        if (query.Previous is { } previous)
        {
            return (WaveRows.Of(query.Current, query.Current.Name, query, _ => true), WaveRows.Of(previous, previous.Name, query, _ => true));
        }

        var labels = query.Current.Texts(query.WaveColumn!);
        var found = labels.Where(label => !DataFile.IsMissing(label)).Distinct(StringComparer.Ordinal).Order(WaveOrder).ToList();
        string[] chosen = query.Between is { } between ? [between.Previous, between.Current] : [.. found];
        if (chosen.Length != 2 || chosen[0] == chosen[1] || chosen.Except(found, StringComparer.Ordinal).Any())
        {
            return AnalysisErrors.NotTwoWaves(query.Current.Name, query.WaveColumn!, string.Join(", ", found.Take(DataFile.LongestList)));
        }

        return (Of(chosen[1]), Of(chosen[0]));

        WaveRows Of(string label) => WaveRows.Of(query.Current, label, query, row => labels[row] == label);
    }

    /// <summary>Numbers by size, so that 9 comes before 10; anything else by its letters.</summary>
    private static Comparer<string> WaveOrder { get; } = Comparer<string>.Create((left, right) =>
        double.TryParse(left, CultureInfo.InvariantCulture, out var first) && double.TryParse(right, CultureInfo.InvariantCulture, out var second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(left, right));

    /// <summary>What is compared: two files, or two values of a column of one file.</summary>
    /// <param name="Current">The current wave's file, or the one with both.</param>
    /// <param name="Items">The columns to compare, at least one.</param>
    public sealed record Query(DataFile Current, IReadOnlyList<string> Items)
    {
        /// <summary>The compared wave's file; null when <see cref="WaveColumn"/> tells the waves apart.</summary>
        public DataFile? Previous { get; init; }

        /// <summary>The column that names the wave.</summary>
        public string? WaveColumn { get; init; }

        /// <summary>The two waves by name; null = the column has exactly two, the lower one the previous.</summary>
        public (string Previous, string Current)? Between { get; init; }

        /// <summary>The column of weights; null = unweighted.</summary>
        public string? Weight { get; init; }

        /// <summary>The column that names the member in both waves; null = independent waves.</summary>
        public string? Id { get; init; }

        /// <summary>The items' scale unless <see cref="Scales"/> says otherwise.</summary>
        public AnswerScale Scale { get; init; } = AnswerScale.OneToSeven;

        /// <summary>Scales of single items.</summary>
        public IReadOnlyDictionary<string, AnswerScale> Scales { get; init; } = new Dictionary<string, AnswerScale>();

        /// <summary>How p-values are adjusted.</summary>
        public PValueAdjustment Adjust { get; init; } = PValueAdjustment.Holm;

        /// <summary>Half-width of "unchanged".</summary>
        public ChangeMargin Margin { get; init; } = ChangeMargin.Default;

        /// <summary>The scale of an item.</summary>
        public AnswerScale ScaleOf(string item) => Scales.TryGetValue(item, out var own) ? own : Scale;
    }
}
