using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis.Drivers;

public class DriverAnalysisTests
{
    private const int FewReplicates = 40;

    [Fact]
    public void TopDriver_Planted_RanksFirstNearlyAlways()
    {
        const int runs = 200;
        var first = Enumerable.Range(0, runs).Count(run =>
        {
            var table = Made(1000, (ulong)run + 1, [0.45, 0.25, 0.20, 0.10], common: 0.5);
            return Reported(DriverAnalysis.Of(table, DriverMethod.Lmg, 2)).Drivers.MaxBy(driver => driver.Importance.Value)!.Code == "D1";
        });

        Assert.True(first >= 0.95 * runs, $"{first} of {runs}");
    }

    [Fact]
    public void Twins_Planted_AreFlaggedAndTied()
    {
        var table = Made(1000, 5, [0.4, 0.4, 0.3], common: 0.2);
        var generator = new SeededGenerator(6);
        double[] twin = [.. table.Drivers[0].Items[0].Values.Select(value => value + (2 * generator.NextNormal()))];
        table = table with { Drivers = table.Drivers.SetItem(1, Variable("D2", twin)) };

        var reading = Reported(DriverAnalysis.Of(table, DriverMethod.Johnson, FewReplicates));

        Assert.Contains(reading.Warnings, warning => warning.Kind == DriverWarningKind.Collinear && warning.Codes.SequenceEqual(["D1", "D2"]));
        Assert.DoesNotContain(reading.Warnings, warning => warning.Kind == DriverWarningKind.Collinear && warning.Codes.Contains("D3"));
        Assert.Contains(new DriverPair("D1", "D2"), reading.Ties);
    }

    [Theory]
    [InlineData(DriverMethod.Lmg, 0.20)]
    [InlineData(DriverMethod.Johnson, 0.20)]
    [InlineData(DriverMethod.Pls, 0.25)]
    public void WeakModel_Planted_WithholdsAdvice(DriverMethod method, double needed)
    {
        var weak = Assert.IsType<DriverReading.Weak>(DriverAnalysis.Of(Made(1000, 7, [0.2, 0.1], common: 0.2), method, FewReplicates));

        Assert.Equal(needed, weak.Needed);
        Assert.InRange(weak.Model.RSquared, 0.01, 0.15);
        Assert.True(weak.Model.AdjustedRSquared < weak.Model.RSquared);
    }

    [Fact]
    public void CompleteCases_BelowHundred_MakeNoModel()
    {
        var table = Made(120, 8, [0.5, 0.5], common: 0.3);
        for (var row = 0; row < 21; row++)
        {
            table.Drivers[row % 2].Items[0].Values[row] = double.NaN;
        }

        Assert.Equal(new DriverReading.TooFewCases(99, 21), DriverAnalysis.Of(table, DriverMethod.Lmg, FewReplicates));
        Assert.Equal(new DriverReading.NoData(), DriverAnalysis.Of(table with { Weights = new double[120] }, DriverMethod.Lmg, FewReplicates));
    }

    [Fact]
    public void Drivers_OneOnly_AreTooFew()
    {
        Assert.Equal(new DriverReading.TooFewDrivers(1), DriverAnalysis.Of(Made(200, 9, [0.5], common: 0), DriverMethod.Lmg, FewReplicates));
    }

    [Theory]
    [InlineData(true, "D2")]
    [InlineData(false, "Y")]
    public void Column_Constant_IsNamed(bool isDriver, string code)
    {
        var table = Made(200, 10, [0.5, 0.5], common: 0);
        var values = isDriver ? table.Drivers[1].Items[0].Values : table.Target.Items[0].Values;
        Array.Fill(values, 70.1);

        Assert.Equal(new DriverReading.NoVariation(code), DriverAnalysis.Of(table, DriverMethod.Johnson, FewReplicates));
    }

    [Theory]
    [InlineData(DriverMethod.Lmg)]
    [InlineData(DriverMethod.Johnson)]
    [InlineData(DriverMethod.Pls)]
    public void Drivers_ThatAreTheSame_CannotBeSeparated(DriverMethod method)
    {
        var table = Made(200, 11, [0.5, 0.3, 0.3], common: 0.2);
        table = table with { Drivers = table.Drivers.SetItem(2, Variable("D3", [.. table.Drivers[0].Items[0].Values.Select(value => 100 - value)])) };

        Assert.Equal(new DriverReading.NotSeparable("D1", "D3"), DriverAnalysis.Of(table, method, FewReplicates));
    }

    [Fact]
    public void Drivers_MoreThanFifteen_AreWeighedByJohnsonAndSaid()
    {
        var reading = Reported(DriverAnalysis.Of(Made(400, 12, [.. Enumerable.Repeat(0.25, 16)], common: 0.1), DriverMethod.Lmg, 5));

        Assert.Equal(DriverMethod.Johnson, reading.Model.Method);
        Assert.Contains(reading.Warnings, warning => warning.Kind == DriverWarningKind.JohnsonForLmg);
    }

    [Fact]
    public void Item_Reversed_HasNegativeWeightWarning()
    {
        var table = Made(400, 13, [0.5, 0.4], common: 0.3);
        var values = table.Drivers[0].Items[0].Values;
        var noise = new SeededGenerator(14);
        DriverItem Copy(string code, int sign) =>
            new(code, 0, 100, [.. values.Select(value => 50 + (sign * (value - 50)) + (5 * noise.NextNormal()))]);
        table = table with { Drivers = table.Drivers.SetItem(0, new("D1", [Copy("A", 1), Copy("B", 1), Copy("C", -1)])) };

        var reading = Reported(DriverAnalysis.Of(table, DriverMethod.Pls, FewReplicates));

        Assert.Contains(reading.Warnings, warning => warning.Kind == DriverWarningKind.NegativeWeight && warning.Codes.SequenceEqual(["C"]));
        Assert.Throws<ArgumentException>(() => DriverAnalysis.Of(table, DriverMethod.Lmg, FewReplicates));
    }

    [Fact]
    public void Quadrants_PlantedImportanceAndLevels_AreNamed()
    {
        var table = Made(1000, 15, [0.6, 0.6, 0.1, 0.1], common: 0);
        double[] levels = [-15, 15, -15, 15];
        table = table with { Drivers = [.. table.Drivers.Select((driver, k) => Variable(driver.Code, [.. driver.Items[0].Values.Select(value => value + levels[k])]))] };

        var reading = Reported(DriverAnalysis.Of(table, DriverMethod.Lmg, 200));

        Assert.Equal(
            [DriverQuadrant.FixFirst, DriverQuadrant.KeepUp, DriverQuadrant.Watch, DriverQuadrant.Enough],
            reading.Drivers.Select(driver => driver.Quadrant));
        Assert.All(reading.Drivers, driver => Assert.False(driver.CrossesBorder));
        Assert.DoesNotContain(reading.Ties, pair => pair == new DriverPair("D1", "D3"));
        Assert.Equal(1, reading.Drivers.Sum(driver => driver.Importance.Value), 1e-9);
        // The data are planted: five points more in the first are 0.6 · 5 points more in the target.
        Assert.True(reading.Drivers[0].Effect.Interval.Contains(3), reading.Drivers[0].Effect.ToString());
    }

    [Fact]
    public void Border_EqualDrivers_IsCrossed()
    {
        var reading = Reported(DriverAnalysis.Of(Made(300, 16, [0.5, 0.5], common: 0.2), DriverMethod.Lmg, 200));

        Assert.All(reading.Drivers, driver => Assert.True(driver.CrossesBorder));
        Assert.Equal(new DriverPair("D1", "D2"), Assert.Single(reading.Ties));
    }

    [Fact]
    public void Weights_Whole_EqualRepeatedRows()
    {
        var table = Made(200, 17, [0.5, 0.3], common: 0.2);
        double[] weights = [.. Enumerable.Range(0, 200).Select(row => 1.0 + (row % 3))];
        int[] rows = [.. Enumerable.Range(0, 200).SelectMany(row => Enumerable.Repeat(row, 1 + (row % 3)))];

        var weighted = Reported(DriverAnalysis.Of(table with { Weights = weights }, DriverMethod.Lmg, 2));
        var repeated = Reported(DriverAnalysis.Of(table.Keep(rows), DriverMethod.Lmg, 2));

        Assert.Equal(200, weighted.Model.N);
        Assert.Equal(repeated.Model.RSquared, weighted.Model.RSquared, 1e-10);
        for (var driver = 0; driver < 2; driver++)
        {
            Assert.Equal(repeated.Drivers[driver].Importance.Value, weighted.Drivers[driver].Importance.Value, 1e-10);
            Assert.Equal(repeated.Drivers[driver].Performance.Value, weighted.Drivers[driver].Performance.Value, 1e-9);
        }
    }

    [Fact]
    public void Intervals_SameRows_AreTheSameEveryTime()
    {
        var table = Made(200, 18, [0.5, 0.3], common: 0.2);

        var once = Reported(DriverAnalysis.Of(table, DriverMethod.Johnson, FewReplicates));
        var again = Reported(DriverAnalysis.Of(table, DriverMethod.Johnson, FewReplicates));

        Assert.Equal(once.Drivers.ToList(), again.Drivers.ToList());
    }

    private static DriverReading.Reported Reported(DriverReading reading) => Assert.IsType<DriverReading.Reported>(reading);

    /// <summary>Drivers D1, D2 … around 50 with spread 10 and a common part; the target Y follows them with these slopes, plus noise.</summary>
    private static DriverTable Made(int rows, ulong seed, double[] slopes, double common)
    {
        var generator = new SeededGenerator(seed);
        var drivers = slopes.Select(_ => new double[rows]).ToArray();
        var target = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var shared = generator.NextNormal();
            target[row] = 50 + (6 * generator.NextNormal());
            for (var driver = 0; driver < slopes.Length; driver++)
            {
                drivers[driver][row] = 50 + (10 * ((Math.Sqrt(common) * shared) + (Math.Sqrt(1 - common) * generator.NextNormal())));
                target[row] += slopes[driver] * (drivers[driver][row] - 50);
            }
        }

        return new(Variable("Y", target), [.. drivers.Select((values, driver) => Variable($"D{driver + 1}", values))], []);
    }

    private static DriverVariable Variable(string code, double[] values) => DriverVariable.Of(new(code, 0, 100, values));
}
