using System.Collections.Immutable;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sampling;

/// <summary>How members are chosen from the population.</summary>
public enum SampleMethod
{
    /// <summary>Everybody.</summary>
    Census = 1,

    /// <summary>Each with the same chance.</summary>
    SimpleRandom = 2,

    /// <summary>A number of each stratum, each with the same chance within it.</summary>
    Stratified = 3,
}

/// <summary>How a stratified sample is divided among the strata.</summary>
public enum SampleAllocationMethod
{
    /// <summary>In proportion to the strata.</summary>
    Proportional = 1,

    /// <summary>The same number of each.</summary>
    Equal = 2,

    /// <summary>Neyman's: in proportion to size times last wave's standard deviation.</summary>
    Neyman = 3,
}

/// <summary>How a sample is to be drawn. The same design on the same members draws the same people.</summary>
public sealed record SampleDesign
{
    /// <summary>Strata by the member's language instead of a segment.</summary>
    public const string ByLanguage = "language";

    /// <summary>Most variables that strata are made of.</summary>
    public const int MostVariables = 2;

    /// <summary>Joins the categories of two variables to the name of a stratum.</summary>
    public const string Joint = " × ";

    /// <summary>The method.</summary>
    public required SampleMethod Method { get; init; }

    /// <summary>How many are drawn; not read for a census.</summary>
    public int Size { get; init; }

    /// <summary>The variables of the strata: <see cref="ByLanguage"/> or names of segments; read for <see cref="SampleMethod.Stratified"/> only.</summary>
    public ImmutableArray<string> StratifyBy { get; init; } = [];

    /// <summary>How the strata share the sample.</summary>
    public SampleAllocationMethod Allocation { get; init; } = SampleAllocationMethod.Proportional;

    /// <summary>The fewest of each stratum, as far as it has so many.</summary>
    public int MinimumPerStratum { get; init; }

    /// <summary>The seed of the draw.</summary>
    public required long Seed { get; init; }

    /// <summary>Share of those invited who are expected to answer, 0-1: for the precision shown before drawing.</summary>
    public double ExpectedResponse { get; init; } = 0.25;

    /// <summary>The variables that strata are made of; none unless stratified.</summary>
    public ImmutableArray<string> Variables => Method == SampleMethod.Stratified ? StratifyBy : [];

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Error> Problems()
    {
        if (Method != SampleMethod.Census && Size < 1)
        {
            yield return SamplingErrors.SizeInvalid;
        }

        if (Method == SampleMethod.Stratified
            && (StratifyBy.Length is 0 or > MostVariables || StratifyBy.Distinct(StringComparer.Ordinal).Count() != StratifyBy.Length
                || StratifyBy.Any(name => name.Length is 0 or > Segment.MaximumLength)))
        {
            yield return SamplingErrors.StrataInvalid(MostVariables);
        }

        if (MinimumPerStratum < 0)
        {
            yield return SamplingErrors.MinimumInvalid;
        }

        if (!(ExpectedResponse is > 0 and <= 1))
        {
            yield return SamplingErrors.ExpectedResponseInvalid;
        }
    }

    /// <inheritdoc />
    public bool Equals(SampleDesign? other) => other is not null
        && (Method, Size, Allocation, MinimumPerStratum, Seed, ExpectedResponse)
            == (other.Method, other.Size, other.Allocation, other.MinimumPerStratum, other.Seed, other.ExpectedResponse)
        && StratifyBy.SequenceEqual(other.StratifyBy);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Method, Size, Allocation, MinimumPerStratum, Seed, StratifyBy.Length);
}
