using System.Collections.Immutable;
using FsCheck.Xunit;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>The readings of a wave equal those made one response at a time.</summary>
public class WaveReadingsTests
{
    private static readonly Questionnaire Asked = new(
    [
        Columns.Rating("A", 1, "SAME"),
        Columns.Rating("B", 2, "SAME"),
        Columns.Rating("C", 3, "SAME"),
        Columns.Rating("D", 4, "MIXED"),
        Columns.Rating("E", 5, "MIXED", new AnswerScale(0, 10)),
        Question.Create(default, 6, new("CHANNELS", QuestionKind.Multiple, LocalizedText.Same("?"))
        {
            Options = [.. Enumerable.Range(1, 10).Select(number => new AnswerOption(number, $"O{number}", LocalizedText.Same("?")))],
        }),
        Question.Create(default, 7, new("CALLS", QuestionKind.Number, LocalizedText.Same("?"))),
    ]);

    [Property(MaxTest = 60)]
    public void Of_AnyWave_EqualsOneResponseAtATime(ulong seed, ushort count, bool isWeighted, byte conditions)
    {
        var wave = Wave(new SeededGenerator(seed), count % 900, isWeighted);
        var population = (conditions % 4) switch
        {
            0 => Population.Everybody,
            1 => Population.Everybody.With("region", "north"),
            2 => Population.Everybody.With("region", "north").With("region", "west"),
            _ => Population.Everybody.With("region", "south").With("age", "young"),
        };

        var readings = WaveReadings.Of(Asked, wave, population, DisclosureRule.Default);

        Expect(wave, population, readings.Area("SAME"), row => Score(wave, row, ("A", 1, 7), ("B", 1, 7), ("C", 1, 7)) is var score and >= 0 ? (score * 6 / 100) + 1 : double.NaN);
        Expect(wave, population, readings.Area("MIXED"), row => Score(wave, row, ("D", 1, 7), ("E", 0, 10)));
        Expect(wave, population, readings.Question("A"), row => wave.Codes["A"][row] is var value and >= 1 and <= 7 ? value : double.NaN);
        Expect(wave, population, readings.Question("CALLS"), row => wave.Numbers["CALLS"][row]);
        var option = readings.Question("CHANNELS").Value?.Options.FirstOrDefault(option => option.Code == "O9");
        if (option is not null)
        {
            var expected = Mean(wave, Rows(wave, population), row => wave.Choices["CHANNELS"][row] is var choice and > 0 ? choice >> 8 & 1 : double.NaN);
            Assert.Equal(expected.Value, option.Share, 10);
        }

        var answers = Rows(wave, population).Count(row => wave.Choices["CHANNELS"][row] > 0);
        Assert.Equal(Hidden(wave, population, row => wave.Choices["CHANNELS"][row] > 0), readings.Question("CHANNELS") is not Reading.Reported);
        Assert.Equal(answers == 0, readings.Question("CHANNELS") is Reading.NoData);
    }

    private static void Expect(ResponseColumns wave, Population population, Reading reading, Func<int, double> score)
    {
        Assert.Equal(Hidden(wave, population, row => !double.IsNaN(score(row))), reading is not Reading.Reported);
        if (reading.Value is { Mean: { } mean })
        {
            var expected = Mean(wave, Rows(wave, population), score);
            Assert.Equal(expected.N, mean.N);
            Assert.Equal(expected.Value, mean.Value, 10);
            Assert.Equal(expected.StandardDeviation, mean.StandardDeviation, 1e-9);
            Assert.Equal(expected.StandardError, mean.StandardError, 1e-9);
            Assert.Equal(expected.DegreesOfFreedom, mean.DegreesOfFreedom);
        }
    }

    /// <summary>Too few, or too few in a group that follows by subtracting what is shown.</summary>
    private static bool Hidden(ResponseColumns wave, Population population, Func<int, bool> answered)
    {
        static bool IsFew(int answers) => answers is > 0 and < DisclosureRule.Floor;
        var own = Rows(wave, population).Where(answered).ToHashSet();
        var hidden = own.Count < DisclosureRule.Floor;
        if (population.IsEverybody)
        {
            return hidden;
        }

        hidden |= IsFew(Rows(wave, Population.Everybody).Where(answered).Except(own).Count());
        foreach (var (segment, values) in population.Conditions)
        {
            var without = values.Aggregate(population, (wider, value) => wider.Without(segment, value));
            hidden |= IsFew(Rows(wave, without).Where(answered).Except(own).Count());
            hidden |= values.Count > 1 && values.Any(value => IsFew(Rows(wave, without.With(segment, value)).Count(answered)));
        }

        return hidden;
    }

    private static IEnumerable<int> Rows(ResponseColumns wave, Population population) => Enumerable.Range(0, wave.Count).Where(row =>
        population.Conditions.All(condition => wave.Segments[condition.Key] is var segment
            && segment.Codes[row] != SegmentColumn.Unknown && condition.Value.Contains(segment.Categories[segment.Codes[row]])));

    /// <summary>A response's area score on 0-100: half of those asked must be valid.</summary>
    private static double Score(ResponseColumns wave, int row, params (string Code, int Low, int High)[] ratings)
    {
        var asked = ratings.Where(rating => wave.Codes[rating.Code][row] != MissingCode.NotAsked).ToList();
        var valid = asked.Where(rating => wave.Codes[rating.Code][row] >= rating.Low && wave.Codes[rating.Code][row] <= rating.High).ToList();
        return valid.Count > 0 && 2 * valid.Count >= asked.Count
            ? valid.Average(rating => 100.0 * (wave.Codes[rating.Code][row] - rating.Low) / (rating.High - rating.Low))
            : double.NaN;
    }

    private static Estimate Mean(ResponseColumns wave, IEnumerable<int> rows, Func<int, double> score)
    {
        var valid = rows.Select(row => (Score: score(row), Weight: wave.Weights.Length > 0 ? wave.Weights[row] : 1))
            .Where(answer => !double.IsNaN(answer.Score)).ToList();
        var n = valid.Count;
        var weight = valid.Sum(answer => answer.Weight);
        var mean = valid.Sum(answer => answer.Weight * answer.Score) / weight;
        var deviation = Math.Sqrt(n / (n - 1.0) * valid.Sum(answer => answer.Weight * Math.Pow(answer.Score - mean, 2)) / weight);
        double design = wave.Count;
        return wave.Weights.Length > 0
            ? new(n, mean, deviation, Math.Sqrt(design / (design - 1) * valid.Sum(answer => Math.Pow(answer.Weight * (answer.Score - mean), 2))) / weight, design - 1)
            : new(n, mean, deviation, deviation / Math.Sqrt(n), n - 1);
    }

    private static ResponseColumns Wave(SeededGenerator random, int count, bool isWeighted)
    {
        T[] Fill<T>(Func<T> next) => [.. Enumerable.Range(0, count).Select(_ => next())];
        byte Answer(int low, int high, byte rarely) =>
            random.NextInt(rarely) == 0 ? (byte)(MissingCode.CantSay + random.NextInt(3)) : (byte)(low + random.NextInt(high - low + 1));
        var rarely = (byte)(1 + random.NextInt(6));
        return new()
        {
            Count = count,
            DataVersion = "test",
            Codes = Asked.Questions.Where(question => question.IsRating).ToImmutableSortedDictionary(
                question => question.Code, question => Fill(() => Answer(question.Scale!.Value.Minimum, question.Scale.Value.Maximum, rarely)), StringComparer.Ordinal),
            Choices = ImmutableSortedDictionary<string, int[]>.Empty.Add("CHANNELS", Fill(() => random.NextInt(rarely) == 0 ? -random.NextInt(4) : random.NextInt(1024))),
            Numbers = ImmutableSortedDictionary<string, double[]>.Empty.Add("CALLS", Fill(() => random.NextInt(rarely) == 0 ? double.NaN : random.NextInt(9))),
            Segments = ImmutableSortedDictionary<string, SegmentColumn>.Empty
                .Add("age", new(Fill(() => random.NextInt(9) == 0 ? SegmentColumn.Unknown : (byte)random.NextInt(2)), ["old", "young"]))
                .Add("region", new(Fill(() => (byte)Math.Min(2, random.NextInt(20))), ["north", "south", "west"])),
            Weights = isWeighted ? Fill(() => 0.25 + random.NextDouble()) : [],
        };
    }
}
