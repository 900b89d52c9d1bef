using System.Text.Json.Serialization;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Weights and how they came about: unrounded. The shape of the <c>weights</c> verb.</summary>
public sealed record WeightingDocument
{
    /// <summary>The file, or the year of the wave.</summary>
    public required string Source { get; init; }

    /// <summary>Which answers of the wave; null for a file.</summary>
    public string? DataVersion { get; init; }

    /// <summary>The new version that holds the weights; null when nothing was sealed.</summary>
    public string? SealedVersion { get; init; }

    /// <summary>One margin or several.</summary>
    public required WeightingMethod Method { get; init; }

    /// <summary>Respondents weighted.</summary>
    public required int Respondents { get; init; }

    /// <summary>True when every margin is reproduced within half a per cent.</summary>
    public required bool Converged { get; init; }

    /// <summary>Rounds of raking and trimming.</summary>
    public required int Rounds { get; init; }

    /// <summary>Largest relative deviation of a category from its total.</summary>
    public required double LargestDeviation { get; init; }

    /// <summary>Bounds of the weights as factors of the mean; null = no bound.</summary>
    public required double? TrimLow { get; init; }

    /// <inheritdoc cref="TrimLow"/>
    public required double? TrimHigh { get; init; }

    /// <summary>Sum of the weights: the first margin's total, or the respondents when totals are shares.</summary>
    public required double Sum { get; init; }

    /// <summary>Mean weight.</summary>
    public required double Mean { get; init; }

    /// <summary>Smallest weight.</summary>
    public required double Smallest { get; init; }

    /// <summary>Largest weight.</summary>
    public required double Largest { get; init; }

    /// <summary>n·Σw²/(Σw)².</summary>
    public required double KishDesignEffect { get; init; }

    /// <summary>(Σw)²/Σw².</summary>
    public required double EffectiveSize { get; init; }

    /// <summary>Each category of each margin.</summary>
    public required IReadOnlyList<Category> Margins { get; init; }

    /// <summary>What to know before using the weights.</summary>
    public required IReadOnlyList<Error> Warnings { get; init; }

    /// <summary>The weights, in the order of the rows; too many for a document.</summary>
    [JsonIgnore]
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>A category of a margin.</summary>
    /// <param name="Variable">The variable.</param>
    /// <param name="Name">The category.</param>
    /// <param name="N">Respondents; null when hidden.</param>
    /// <param name="ShareBefore">Share 0-1 with the base weights; null when hidden.</param>
    /// <param name="ShareOfPopulation">Share 0-1 to reach.</param>
    /// <param name="ShareAfter">Share 0-1 with the weights.</param>
    public sealed record Category(
        string Variable, [property: JsonPropertyName("category")] string Name, int? N, double? ShareBefore, double ShareOfPopulation, double ShareAfter);
}

/// <summary>How weights are made.</summary>
public enum WeightingMethod
{
    /// <summary>One margin.</summary>
    PostStratification = 1,

    /// <summary>Several margins at once.</summary>
    Raking = 2,
}
