using FsCheck.Xunit;
using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Association;

public class RelativeImportanceTests
{
    private static readonly string[] SwissDrivers = ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"];

    [ReferenceDataFact]
    public void Swiss_EqualsRelaimpoAndPublished()
    {
        var table = ReferenceTable.ReadExternal("pls/swiss.csv");
        var matrix = CovarianceMatrix.Of([.. SwissDrivers.Prepend("Fertility").SelectMany(table.Numbers)], 6, []);

        Expect("swiss", SwissDrivers, matrix);
    }

    [ReferenceDataTheory]
    [InlineData("mobi_means_sat", false)]
    [InlineData("mobi_means_sat_weighted", true)]
    public void MobiMeans_EqualRelaimpo(string dataset, bool isWeighted)
    {
        var weights = isWeighted ? ReferenceTable.ReadExternal("pls/mobi_test_weights.csv").Numbers("w") : [];
        var matrix = CovarianceMatrix.Of([.. new[] { "CUSA", "IMAG", "CUEX", "PERQ", "PERV" }.SelectMany(Mobi.BlockMeans)], 5, weights);

        Expect(dataset, ["IMAGE", "EXP", "QUAL", "VAL"], matrix);
    }

    [ReferenceDataFact]
    public void Johnson_Mtcars_EqualsPublished()
    {
        var table = ReferenceTable.ReadExternal("pls/mtcars.csv");
        var matrix = CovarianceMatrix.Of([.. new[] { "mpg", "cyl", "disp", "hp", "wt" }.SelectMany(table.Numbers)], 5, []);
        var published = ReferenceTable.Read("johnson_mtcars.csv");

        var importance = RelativeImportance.Johnson(matrix, 0, [1, 2, 3, 4]);

        Close.To(0.84863479, importance.RSquared);
        for (var k = 0; k < 4; k++)
        {
            Close.To(published.Number(k, "raw"), importance.Shares[k]);
            Assert.Equal(published.Number(k, "published_raw"), importance.Shares[k], 1e-7);
        }
    }

    [Theory]
    [InlineData(false, "lmg", "R2")]
    [InlineData(true, "lmg_w", "R2_w")]
    public void Lmg_TwoWaves_EqualsRelaimpo(bool isWeighted, string column, string explained)
    {
        // The reference uses the complete cases of the whole driver model, so items beyond these decide who takes part.
        var weights = TwoWaveItems.IntegerWeights.Select((w, i) => w > 0 ? isWeighted ? TwoWaves.Numbers(2020, "w_raked")[i] : 1 : 0).ToArray();
        var matrix = CovarianceMatrix.Of(TwoWaveItems.Stacked, TwoWaveItems.Names.Length, weights);
        var expected = ReferenceTable.Read("synthetic_lmg_2020_cc.csv");

        var importance = RelativeImportance.Lmg(matrix, 12, [3, 4, 5, 6, 7, 8, 9, 10, 11]);

        Close.To(expected.Number(0, explained), importance.RSquared);
        for (var k = 0; k < 9; k++)
        {
            Close.To(expected.Number(k, column), importance.Shares[k]);
        }
    }

    [Property]
    public void Shares_AnyData_AddUpToRSquared(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        var matrix = CovarianceMatrix.Of([.. Enumerable.Range(0, 200).Select(_ => generator.NextNormal())], 5, []);

        var lmg = RelativeImportance.Lmg(matrix, 0, [1, 2, 3, 4]);
        var johnson = RelativeImportance.Johnson(matrix, 0, [1, 2, 3, 4]);

        Close.To(lmg.RSquared, lmg.Shares.Sum(), 1e-9);
        Close.To(lmg.RSquared, johnson.Shares.Sum(), 1e-9);
        Close.To(lmg.RSquared, johnson.RSquared, 1e-9);
    }

    [Property(MaxTest = 20)]
    public void Lmg_AnyData_IsTheGainAveragedOverAllOrdersOfEntering(ulong seed)
    {
        const int Rows = 50;
        var generator = new SeededGenerator(seed);
        double[] items = [.. Enumerable.Range(0, 5 * Rows).Select(_ => generator.NextNormal())];
        double Explained(IEnumerable<int> drivers) => drivers.Any()
            ? LeastSquares.Fit(items.AsSpan(0, Rows), [.. drivers.SelectMany(k => items[(k * Rows)..((k + 1) * Rows)])], drivers.Count(), []).RSquared
            : 0;
        var orders = (from a in Enumerable.Range(1, 4)
                      from b in Enumerable.Range(1, 4)
                      from c in Enumerable.Range(1, 4)
                      from d in Enumerable.Range(1, 4)
                      where new[] { a, b, c, d }.Distinct().Count() == 4
                      select new[] { a, b, c, d }).ToList();

        var lmg = RelativeImportance.Lmg(CovarianceMatrix.Of(items, 5, []), 0, [1, 2, 3, 4]);

        for (var k = 1; k <= 4; k++)
        {
            var gain = orders.Average(order => Explained(order.TakeWhile(driver => driver != k).Append(k)) - Explained(order.TakeWhile(driver => driver != k)));
            Assert.Equal(gain, lmg.Shares[k - 1], 1e-10);
        }
    }

    [Fact]
    public void Importance_DependentDrivers_CannotBeSeparated()
    {
        var matrix = CovarianceMatrix.Of([1, 2, 3, 5, 1, 2, 4, 3, 2, 4, 8, 6, 7, 7, 7, 7], 4, []);

        Assert.False(RelativeImportance.Lmg(matrix, 0, [1, 2]).IsDefined);
        Assert.False(RelativeImportance.Johnson(matrix, 0, [1, 2]).IsDefined);
        Assert.False(RelativeImportance.Lmg(matrix, 0, [1, 3]).IsDefined);
        Assert.False(RelativeImportance.Lmg(matrix, 3, [1]).IsDefined);
        Assert.True(RelativeImportance.Lmg(matrix, 0, [1]).IsDefined);
        Assert.Throws<ArgumentException>(() => RelativeImportance.Lmg(matrix, 0, []));
        Assert.Throws<ArgumentException>(() => RelativeImportance.Lmg(matrix, 0, new int[16]));
        Assert.Throws<ArgumentException>(() => RelativeImportance.Johnson(matrix, 0, []));
    }

    private static void Expect(string dataset, string[] drivers, CovarianceMatrix matrix)
    {
        var table = ReferenceTable.Read("importance.csv");
        double Figure(string predictor, string metric) => table.Number(
            Enumerable.Range(0, table.Count).First(row => table.Text(row, "dataset") == dataset
                && table.Text(row, "predictor") == predictor && table.Text(row, "metric") == metric),
            "value");
        int[] indices = [.. Enumerable.Range(1, drivers.Length)];

        var lmg = RelativeImportance.Lmg(matrix, 0, indices);
        var johnson = RelativeImportance.Johnson(matrix, 0, indices);

        Close.To(Figure("(R2)", "R2"), lmg.RSquared);
        Close.To(Figure("(R2)", "johnson_sum"), johnson.RSquared);
        for (var k = 0; k < drivers.Length; k++)
        {
            Close.To(Figure(drivers[k], "lmg"), lmg.Shares[k]);
            Close.To(Figure(drivers[k], "johnson_raw"), johnson.Shares[k]);
            Close.To(Figure(drivers[k], "first"), RelativeImportance.Lmg(matrix, 0, [indices[k]]).RSquared);
        }
    }
}
