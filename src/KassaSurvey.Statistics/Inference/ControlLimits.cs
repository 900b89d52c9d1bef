namespace KassaSurvey.Statistics.Inference;

/// <summary>
/// Limits of a p-chart (Shewhart 1931): shares between them move by chance, a share outside has a cause worth looking for.
/// R: <c>qcc::qcc(x, sizes, type = "p")</c>. Formulas: docs/statistics/control-chart.md.
/// </summary>
/// <param name="Centre">The share of all periods together, 0–1; NaN without a case.</param>
/// <param name="Lower">Lower limit of this period, at least 0.</param>
/// <param name="Upper">Upper limit of this period, at most 1.</param>
public readonly record struct ControlLimits(double Centre, double Lower, double Upper)
{
    /// <summary>Standard errors between the centre and a limit: about 3 in 1 000 periods fall outside by chance.</summary>
    public const double Width = 3;

    /// <summary>Whether a share lies outside the limits; false when they are undefined.</summary>
    public bool IsOutside(double share) => share < Lower || share > Upper;

    /// <summary>The limits of every period: p̄ ± 3√(p̄(1−p̄)/n_t).</summary>
    /// <param name="cases">Cases that count, per period.</param>
    /// <param name="sizes">All cases, per period.</param>
    /// <returns>One per period. NaN limits where the period holds nothing, all NaN when every period does.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a period has negative cases or more than its size.</exception>
    public static ControlLimits[] Of(ReadOnlySpan<long> cases, ReadOnlySpan<long> sizes)
    {
        if (cases.Length != sizes.Length)
        {
            throw new ArgumentException($"{cases.Length} counts for {sizes.Length} sizes.", nameof(cases));
        }

        var counted = 0L;
        var all = 0L;
        for (var t = 0; t < cases.Length; t++)
        {
            if (cases[t] < 0 || cases[t] > sizes[t])
            {
                throw new ArgumentException($"{cases[t]} of {sizes[t]} cases.", nameof(cases));
            }

            counted += cases[t];
            all += sizes[t];
        }

        var centre = all > 0 ? (double)counted / all : double.NaN;
        var limits = new ControlLimits[cases.Length];
        for (var t = 0; t < limits.Length; t++)
        {
            var half = sizes[t] > 0 ? Width * Math.Sqrt(centre * (1 - centre) / sizes[t]) : double.NaN;
            limits[t] = new ControlLimits(centre, Math.Max(0, centre - half), Math.Min(1, centre + half));
        }

        return limits;
    }
}
