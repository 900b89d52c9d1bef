namespace KassaSurvey.Statistics.Association;

/// <summary>
/// R² of a target on every subset of its drivers. A subset with one driver more costs one elimination step (p² operations)
/// instead of a regression of its own (p³), because the subsets are visited as a tree in which each branch enters a driver.
/// </summary>
internal static class SubsetSweep
{
    /// <summary>The smallest share of a driver's variance that those before it may leave: the bound of the Cholesky solver.</summary>
    private const double SmallestPivot = 1e-14;

    /// <summary>R² by subset, bit k = driver k; NaN where the drivers of a subset are dependent.</summary>
    /// <param name="correlations">Of the drivers, and of the target as the last row and column.</param>
    public static double[] Explained(double[,] correlations)
    {
        var size = correlations.GetLength(0);
        var explained = new double[1 << (size - 1)];

        // One matrix for each depth of the tree: what a depth holds is read until its branch is done.
        var levels = new double[size * size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                levels[(i * size) + j] = correlations[i, j];
            }
        }

        Visit(levels, size, 0, 0, 0, explained);
        return explained;
    }

    /// <summary>Goes through the subsets that extend this one by drivers from <paramref name="next"/> on.</summary>
    /// <param name="levels">At this depth: covariances of what the subset leaves unexplained.</param>
    /// <param name="size">Drivers and target.</param>
    /// <param name="depth">Drivers in the subset.</param>
    /// <param name="next">The first driver that may enter.</param>
    /// <param name="subset">The drivers entered.</param>
    /// <param name="explained">Filled for every extension.</param>
    private static void Visit(Span<double> levels, int size, int depth, int next, int subset, Span<double> explained)
    {
        var target = size - 1;
        var left = levels.Slice(depth * size * size, size * size);
        for (var driver = next; driver < target; driver++)
        {
            var pivotRow = left.Slice(driver * size, size);
            var pivot = pivotRow[driver];
            var extended = subset | (1 << driver);
            var slope = pivot > SmallestPivot ? pivotRow[target] / pivot : double.NaN;
            explained[extended] = explained[subset] + (slope * pivotRow[target]);
            if (driver + 1 == target)
            {
                continue;
            }

            // Only later drivers can still enter, and only the upper triangle is read.
            var after = levels.Slice((depth + 1) * size * size, size * size);
            for (var i = driver + 1; i < target; i++)
            {
                var factor = pivot > SmallestPivot ? pivotRow[i] / pivot : double.NaN;
                for (var j = i; j < size; j++)
                {
                    after[(i * size) + j] = left[(i * size) + j] - (factor * pivotRow[j]);
                }
            }

            Visit(levels, size, depth + 1, driver + 1, extended, explained);
        }
    }
}
