using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>What the verdicts promise, by simulation: false claims are rare, true changes are found as often as the formula says.</summary>
public class ClaimPowerTests
{
    private const double Margin = Wave.DefaultMarginIndexPoints;

    /// <summary>A hundred answers as funds get them: mean 5.65, deviation 1.30.</summary>
    private static readonly byte[] Grades = Slots(1, 2, 4, 10, 21, 31, 31);

    [Fact]
    public void Compare_TenThousandPairsOfEqualWaves_ClaimsInAtMostFivePercentOfEachFamily()
    {
        const int pairs = 10_000;
        var random = new SeededGenerator(20_201_231);
        var (areas, overall) = (0, 0);
        for (var pair = 0; pair < pairs; pair++)
        {
            YearPair[] family = [.. Enumerable.Range(0, 12).Select(_ => new YearPair(Draw(random, 100), Draw(random, 100)))];
            areas += YearOverYear.Compare(family, Margin).Any(change => change!.IsSure) ? 1 : 0;
            overall += YearOverYear.Compare([new(Draw(random, 100), Draw(random, 100))], Margin)[0]!.IsSure ? 1 : 0;
        }

        var limit = 0.05 + (3 * Math.Sqrt(0.05 * 0.95 / pairs));
        Assert.InRange(areas / (double)pairs, 0.02, limit);
        Assert.InRange(overall / (double)pairs, 0.02, limit);
    }

    [Fact]
    public void Compare_PlantedChange_IsFoundAsOftenAsTheFormulaPromises()
    {
        const int pairs = 3_000;
        const int members = 300;
        var random = new SeededGenerator(7);
        var better = Slots(1, 1, 3, 8, 18, 31, 38);
        var (before, after) = (Moments(Grades), Moments(better));
        var found = 0;
        for (var pair = 0; pair < pairs; pair++)
        {
            var change = YearOverYear.Compare([new(Draw(random, members, better), Draw(random, members))], Margin)[0]!;
            found += change.IsSure && change.Delta > 0 ? 1 : 0;
        }

        var error = Math.Sqrt((before.Variance + after.Variance) / members);
        var promised = Distributions.NormalCumulative(((after.Mean - before.Mean) / error) - 1.96);
        Assert.InRange(promised, 0.5, 0.95);
        Assert.InRange(found / (double)pairs, promised - 0.035, promised + 0.035);
    }

    [Theory]
    [InlineData(1_025, 0.5, 1)]
    [InlineData(100, 0, 0)]
    public void Compare_NoChange_IsCalledUnchangedOnlyByManyAnswers(int members, double least, double most)
    {
        const int pairs = 1_000;
        var random = new SeededGenerator(11);
        var unchanged = Enumerable.Range(0, pairs)
            .Count(_ => YearOverYear.Compare([new(Draw(random, members), Draw(random, members))], Margin)[0]!.Verdict == Verdict.Unchanged);

        Assert.InRange(unchanged / (double)pairs, least, most);
    }

    /// <summary>The published change of 0.21 is an improvement for any deviation and earlier number of answers that is plausible.</summary>
    [Fact]
    public void Compare_PublishedRiseOfAFifth_IsAnImprovementForAnyPlausiblePrecision()
    {
        for (var deviation = 1.0; deviation <= 1.5; deviation += 0.05)
        {
            for (var members = 400; members <= 1_000; members += 50)
            {
                var change = YearOverYear.Compare([new(Figure(1_025, 6.23, deviation), Figure(members, 6.02, deviation))], Margin)[0]!;
                Assert.Equal(Verdict.Improved, change.Verdict);
            }
        }
    }

    [Fact]
    public void Compare_YearsExchanged_TurnsTheVerdictAround()
    {
        var random = new SeededGenerator(5);
        for (var pair = 0; pair < 500; pair++)
        {
            YearPair[] family = [.. Enumerable.Range(0, 5).Select(_ => new YearPair(Draw(random, 20 + random.NextInt(900)), Draw(random, 20 + random.NextInt(900))))];
            foreach (var kind in Enum.GetValues<ComparisonFamily>())
            {
                var there = YearOverYear.Compare(family, Margin, kind);
                var back = YearOverYear.Compare([.. family.Select(figure => new YearPair(figure.Previous, figure.Current))], Margin, kind);
                Assert.Equal(there.Select(change => change!.Verdict), back.Select(change => Reversed(change!.Verdict)));
            }
        }
    }

    private static Verdict Reversed(Verdict verdict) => verdict switch
    {
        Verdict.Improved => Verdict.Declined,
        Verdict.Declined => Verdict.Improved,
        Verdict.SlightlyImproved => Verdict.SlightlyDeclined,
        Verdict.SlightlyDeclined => Verdict.SlightlyImproved,
        _ => verdict,
    };

    private static Measurement Draw(SeededGenerator random, int members, byte[]? grades = null)
    {
        grades ??= Grades;
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < members; i++)
        {
            var grade = grades[random.NextInt(grades.Length)];
            sum += grade;
            squares += grade * grade;
        }

        var mean = sum / members;
        return Figure(members, mean, Math.Sqrt((squares - (members * mean * mean)) / (members - 1)));
    }

    private static Measurement Figure(int members, double mean, double deviation) => new(members, 0, 0)
    {
        Scale = AnswerScale.OneToSeven, Mean = new(members, mean, deviation, deviation / Math.Sqrt(members), members - 1),
    };

    private static (double Mean, double Variance) Moments(byte[] grades)
    {
        var mean = grades.Average(grade => (double)grade);
        return (mean, grades.Average(grade => (grade - mean) * (grade - mean)));
    }

    private static byte[] Slots(params int[] shares) => [.. shares.SelectMany((share, i) => Enumerable.Repeat((byte)(i + 1), share))];
}
