namespace KassaSurvey.Statistics.Inference;

/// <summary>P-values adjusted for being one of many. A NaN stays NaN and does not count as a test. Empty in, empty out.</summary>
public static class MultipleTesting
{
    /// <summary>Holm's step-down: controls the chance of even one false claim. R: <c>p.adjust(p, "holm")</c>. Holm 1979.</summary>
    /// <param name="p">P-values 0–1 of one family, in any order.</param>
    /// <returns>Adjusted p-values in the same order.</returns>
    public static double[] Holm(ReadOnlySpan<double> p)
    {
        var order = AscendingOrder(p);
        var adjusted = Undefined(p.Length);
        var running = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            running = Math.Max(running, Math.Min(1, (order.Length - rank) * p[order[rank]]));
            adjusted[order[rank]] = running;
        }

        return adjusted;
    }

    /// <summary>Benjamini and Hochberg's step-up: controls the share of false claims. R: <c>p.adjust(p, "BH")</c>. 1995.</summary>
    /// <param name="p">P-values 0–1 of one family, in any order.</param>
    /// <returns>Adjusted p-values in the same order.</returns>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> p)
    {
        var order = AscendingOrder(p);
        return StepUp(p, order, rank => order.Length / (rank + 1.0));
    }

    /// <summary>Every p-value times the number of tests: simple, and never better than <see cref="Holm"/>. R: <c>p.adjust(p, "bonferroni")</c>.</summary>
    /// <param name="p">P-values 0–1 of one family, in any order.</param>
    /// <returns>Adjusted p-values in the same order.</returns>
    public static double[] Bonferroni(ReadOnlySpan<double> p)
    {
        var order = AscendingOrder(p);
        var adjusted = Undefined(p.Length);
        foreach (var index in order)
        {
            adjusted[index] = Math.Min(1, order.Length * p[index]);
        }

        return adjusted;
    }

    /// <summary>Hochberg's step-up: sharper than Holm's, for independent or positively dependent tests only. R: <c>p.adjust(p, "hochberg")</c>. 1988.</summary>
    /// <param name="p">P-values 0–1 of one family, in any order.</param>
    /// <returns>Adjusted p-values in the same order.</returns>
    public static double[] Hochberg(ReadOnlySpan<double> p)
    {
        var order = AscendingOrder(p);
        return StepUp(p, order, rank => order.Length - rank);
    }

    /// <summary>Benjamini and Yekutieli's step-up: the share of false claims under any dependence. R: <c>p.adjust(p, "BY")</c>. 2001.</summary>
    /// <param name="p">P-values 0–1 of one family, in any order.</param>
    /// <returns>Adjusted p-values in the same order.</returns>
    public static double[] BenjaminiYekutieli(ReadOnlySpan<double> p)
    {
        var order = AscendingOrder(p);
        var harmonic = 0.0;
        for (var k = 1; k <= order.Length; k++)
        {
            harmonic += 1.0 / k;
        }

        return StepUp(p, order, rank => harmonic * order.Length / (rank + 1.0));
    }

    private static double[] StepUp(ReadOnlySpan<double> p, int[] order, Func<int, double> factor)
    {
        var adjusted = Undefined(p.Length);
        var running = 1.0;
        for (var rank = order.Length - 1; rank >= 0; rank--)
        {
            running = Math.Min(running, factor(rank) * p[order[rank]]);
            adjusted[order[rank]] = running;
        }

        return adjusted;
    }

    private static double[] Undefined(int length)
    {
        var values = new double[length];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static int[] AscendingOrder(ReadOnlySpan<double> p)
    {
        var tests = 0;
        foreach (var value in p)
        {
            tests += double.IsNaN(value) ? 0 : 1;
        }

        var keys = new double[tests];
        var order = new int[tests];
        var next = 0;
        for (var i = 0; i < p.Length; i++)
        {
            if (!double.IsNaN(p[i]))
            {
                keys[next] = p[i];
                order[next++] = i;
            }
        }

        Array.Sort(keys, order);
        return order;
    }
}
