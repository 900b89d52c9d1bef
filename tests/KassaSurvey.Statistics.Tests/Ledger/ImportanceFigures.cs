using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Reliability;
using KassaSurvey.Statistics.Tests.Association;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>importance.csv, johnson_mtcars.csv and the alphas of stats_reference.csv.</summary>
internal static class ImportanceFigures
{
    private static readonly string[] Means = ["IMAGE", "EXP", "QUAL", "VAL"];

    public static void Add(Figures figures)
    {
        var swiss = ReferenceTable.ReadExternal("pls/swiss.csv");
        var cars = ReferenceTable.ReadExternal("pls/mtcars.csv");
        string[] drivers = ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"];
        string[] engine = ["cyl", "disp", "hp", "gear"];
        string[] quality = [.. Enumerable.Range(1, 7).Select(k => $"PERQ{k}")];
        AddDataset(figures, "swiss", drivers, swiss.Numbers("Fertility"), [.. drivers.SelectMany(swiss.Numbers)], []);
        AddDataset(figures, "mtcars_rwa", engine, cars.Numbers("mpg"), [.. engine.SelectMany(cars.Numbers)], []);
        AddDataset(figures, "mobi_CUSA1_on_PERQ", quality, Mobi.Numbers("CUSA1"), [.. quality.SelectMany(Mobi.Numbers)], []);
        double[] blocks = [.. new[] { "IMAG", "CUEX", "PERQ", "PERV" }.SelectMany(Mobi.BlockMeans)];
        AddDataset(figures, "mobi_means_sat", Means, Mobi.BlockMeans("CUSA"), blocks, []);
        var weights = ReferenceTable.ReadExternal("pls/mobi_test_weights.csv").Numbers("w");
        AddDataset(figures, "mobi_means_sat_weighted", Means, Mobi.BlockMeans("CUSA"), blocks, weights);
        AddJohnson(figures, cars);
        foreach (var block in new[] { "IMAG", "CUEX", "PERQ", "PERV", "CUSA", "CUSL" })
        {
            var alpha = CronbachAlpha.Of(Mobi.Matrix([]), Mobi.Block(block));
            figures.Add("stats_reference.csv", $"alpha.mobi.{block}.raw", ReferenceFiles.Single, alpha.Raw);
            figures.Add("stats_reference.csv", $"alpha.mobi.{block}.std", ReferenceFiles.Single, alpha.Standardised);
        }
    }

    private static void AddDataset(Figures figures, string dataset, string[] names, double[] target, double[] drivers, double[] weights)
    {
        void One(string predictor, string metric, double value) =>
            figures.Add("importance.csv", $"{dataset}.{predictor}.{metric}", ReferenceFiles.Single, value);
        var matrix = CovarianceMatrix.Of([.. target, .. drivers], names.Length + 1, weights);
        var fit = LeastSquares.Fit(target, drivers, names.Length, weights);
        int[] all = [.. Enumerable.Range(1, names.Length)];
        var lmg = RelativeImportance.Lmg(matrix, 0, all);
        var johnson = RelativeImportance.Johnson(matrix, 0, all);
        One("(R2)", "R2", lmg.RSquared);
        One("(R2)", "johnson_sum", johnson.RSquared);
        One("(Intercept)", "b", fit.Coefficients[0]);
        for (var k = 0; k < names.Length; k++)
        {
            var slope = fit.Coefficients[k + 1];
            var standardised = slope * matrix.Deviation(k + 1) / matrix.Deviation(0);
            One(names[k], "lmg", lmg.Shares[k]);
            One(names[k], "lmg_pct", 100 * lmg.Shares[k] / lmg.RSquared);
            One(names[k], "last", lmg.RSquared - RelativeImportance.Johnson(matrix, 0, [.. all.Where(other => other != all[k])]).RSquared);
            One(names[k], "first", RelativeImportance.Lmg(matrix, 0, [all[k]]).RSquared);
            One(names[k], "betasq", standardised * standardised);
            One(names[k], "pratt", standardised * matrix.Correlation(0, k + 1));
            One(names[k], "b", slope);
            One(names[k], "johnson_raw", johnson.Shares[k]);
            One(names[k], "johnson_pct", 100 * johnson.Shares[k] / johnson.RSquared);
        }
    }

    private static void AddJohnson(Figures figures, ReferenceTable cars)
    {
        string[] names = ["cyl", "disp", "hp", "wt"];
        var johnson = RelativeImportance.Johnson(CovarianceMatrix.Of([.. names.Prepend("mpg").SelectMany(cars.Numbers)], 5, []), 0, [1, 2, 3, 4]);
        for (var k = 0; k < names.Length; k++)
        {
            var percent = 100 * johnson.Shares[k] / johnson.RSquared;
            figures.Add("johnson_mtcars.csv", names[k], "raw", johnson.Shares[k]);
            figures.Add("johnson_mtcars.csv", names[k], "pct", percent);

            // Published with seven digits.
            figures.Add("johnson_mtcars.csv", names[k], "published_raw", johnson.Shares[k], 0, 5.1e-8);
            figures.Add("johnson_mtcars.csv", names[k], "published_pct", percent, 0, 5.1e-6);
        }
    }
}
