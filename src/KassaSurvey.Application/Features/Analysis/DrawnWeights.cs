using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Sampling;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>
/// The weights that answers have before any weighting: how many members each stands for by the draw, N_h/n_h. Where an answer does not
/// tell its stratum, it stands for as many as the sample does on the whole.
/// </summary>
internal static class DrawnWeights
{
    /// <summary>One weight an answer.</summary>
    public static double[] Of(ResponseColumns columns, WaveSample sample)
    {
        var overall = sample.DrawnCount == 0 ? 1 : (double)sample.FrameCount / sample.DrawnCount;
        var weights = new double[columns.Count];
        Array.Fill(weights, overall);
        // Answers carry no language, so strata by language cannot be told from them.
        if (sample.Design.Variables is [_, ..] variables && variables.Length <= 2 && variables.All(columns.Segments.ContainsKey))
        {
            var strata = sample.Strata.Where(stratum => stratum.Drawn > 0).ToDictionary(stratum => stratum.Name, stratum => (double)stratum.Frame / stratum.Drawn, StringComparer.Ordinal);
            var names = new RegisterMargin(variables[0], variables.Length > 1 ? variables[1] : null).CategoriesOf(columns);
            for (var row = 0; row < weights.Length; row++)
            {
                weights[row] = strata.GetValueOrDefault(names[row], overall);
            }
        }

        return weights;
    }
}
