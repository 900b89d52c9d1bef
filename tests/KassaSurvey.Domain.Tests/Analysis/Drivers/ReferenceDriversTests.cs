using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Statistics.Tests.Association;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Domain.Tests.Analysis.Drivers;

/// <summary>The driver analysis of the synthetic 2020 wave and of the mobile phone customers equals R's.</summary>
public class ReferenceDriversTests
{
    private const int FewReplicates = 40;

    private static readonly string[] Drivers = TwoWaveItems.Names[3..12];

    [Theory]
    [InlineData(false, "lmg", "R2")]
    [InlineData(true, "lmg_w", "R2_w")]
    public void Lmg_SyntheticWave_EqualsRelaimpo(bool isWeighted, string column, string explained)
    {
        var expected = ReferenceTable.Read("synthetic_lmg_2020_cc.csv");
        var weights = TwoWaveItems.IntegerWeights.Select((w, i) => w > 0 ? isWeighted ? TwoWaves.Numbers(2020, "w_raked")[i] : 1 : 0).ToArray();
        var table = new DriverTable(Variable("Q_OVERALL"), [.. Drivers.Select(Variable)], weights);

        var reading = Reported(DriverAnalysis.Of(table, DriverMethod.Lmg, FewReplicates));

        Close.To(expected.Number(0, explained), reading.Model.RSquared);
        Assert.Equal(weights.Count(weight => weight > 0), reading.Model.N);
        for (var driver = 0; driver < Drivers.Length; driver++)
        {
            Close.To(expected.Number(driver, column), reading.Drivers[driver].Importance.Value * reading.Model.RSquared);
        }
    }

    [Theory]
    [InlineData("cc2020", false)]
    [InlineData("cc2020_intweighted", true)]
    public void Pls_SyntheticWave_EqualsReference(string tag, bool isWeighted)
    {
        var expected = ReferenceTable.Read($"synthetic_ipma_{tag}.csv");

        var reading = Reported(DriverAnalysis.Of(PathTable(isWeighted ? TwoWaveItems.IntegerWeights : []), DriverMethod.Pls, FewReplicates));

        foreach (var driver in reading.Drivers)
        {
            Close.To(expected.Value(driver.Code, "performance_index"), driver.Performance.Value, 1e-6);
            Close.To(expected.Value(driver.Code, "unstd_total_effect_on_SAT"), driver.Importance.Value, 1e-6);
            Close.To(expected.Value(driver.Code, "effect_of_plus5"), driver.Effect.Value, 1e-6);
        }

        var paths = ReferenceTable.Read($"synthetic_pls_{tag}_paths.csv");
        Assert.Equal(9, reading.Picture!.Arrows.Length);
        Assert.All(reading.Picture.Arrows, arrow => Close.To(paths.Value(arrow.Target, arrow.Source), arrow.Coefficient.Value, 1e-6));
        Assert.All(reading.Picture.Nodes, node => Close.To(expected.Value(node.Code, "performance_index"), node.Index.Value, 1e-6));
        Assert.Equal(["HANDLING", "DIGITAL", "SERVICE", "SAT", "LOY"], reading.Picture.Nodes.Where(node => node.RSquared is not null).Select(node => node.Code));
    }

    [Fact]
    public void Pls_SyntheticWave_IntervalsAgreeWithR()
    {
        var expected = ReferenceTable.Read("synthetic_ipma_cc2020_boot.csv");

        var reading = Reported(DriverAnalysis.Of(PathTable([]), DriverMethod.Pls));

        // Two programs draw different replicates: ends agree to a third of the standard error.
        foreach (var driver in reading.Drivers)
        {
            var tolerance = expected.Value(driver.Code, "boot_se") / 3;
            Assert.Equal(expected.Value(driver.Code, "lo"), driver.Importance.Interval.Lower, tolerance);
            Assert.Equal(expected.Value(driver.Code, "hi"), driver.Importance.Interval.Upper, tolerance);
        }

        Assert.Equal((1000, 0), (reading.Model.Replicates, reading.Model.Discarded));
    }

    [ReferenceDataFact]
    public void Lmg_MobiMeans_EqualRelaimpo()
    {
        string[] drivers = ["IMAG", "CUEX", "PERQ", "PERV"];
        double[] expected = [0.164817021016, 0.0768815510182, 0.295433665047, 0.132309072458];
        var table = new DriverTable(Block("CUSA"), [.. drivers.Select(Block)], []);

        var reading = Reported(DriverAnalysis.Of(table, DriverMethod.Lmg, FewReplicates));

        for (var driver = 0; driver < drivers.Length; driver++)
        {
            Close.To(expected[driver], reading.Drivers[driver].Importance.Value * reading.Model.RSquared, 1e-9);
        }

        static DriverVariable Block(string prefix) => DriverVariable.Of(new(prefix, 1, 10, Mobi.BlockMeans(prefix)));
    }

    private static DriverReading.Reported Reported(DriverReading reading) => Assert.IsType<DriverReading.Reported>(reading);

    private static DriverTable PathTable(double[] weights)
    {
        var blocks = Enumerable.Range(0, TwoWaveItems.Blocks.Length)
            .Select(block => new DriverVariable(
                TwoWaveItems.Blocks[block], [.. TwoWaveItems.Model.Blocks[block].Items.ToArray().Select(item => Item(TwoWaveItems.Names[item]))]))
            .ToList();
        return new DriverTable(blocks[4], [.. blocks[..4]], weights)
        {
            Consequences = [blocks[5]],
            Arrows =
            [
                ("IMAGE", "HANDLING"), ("IMAGE", "DIGITAL"), ("IMAGE", "SERVICE"), ("IMAGE", "SAT"), ("HANDLING", "SAT"), ("DIGITAL", "SAT"),
                ("SERVICE", "SAT"), ("IMAGE", "LOY"), ("SAT", "LOY"),
            ],
        };
    }

    private static DriverVariable Variable(string name) => DriverVariable.Of(Item(name));

    private static DriverItem Item(string name)
    {
        var (low, high) = TwoWaves.Scale(name);
        return new(name, low, high, TwoWaves.Numbers(2020, name));
    }
}
