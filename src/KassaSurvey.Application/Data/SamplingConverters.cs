using System.Collections.Immutable;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KassaSurvey.Application.Data;

internal sealed class EligibilityConditionsConverter() : ValueConverter<ImmutableArray<EligibilityCondition>, string>(
    conditions => StoredJson.Write(conditions), json => StoredJson.Read<EligibilityCondition[]>(json).ToImmutableArray());

internal sealed class EligibilityConditionsComparer() : ValueComparer<ImmutableArray<EligibilityCondition>>(
    (left, right) => left.SequenceEqual(right), conditions => conditions.Length, conditions => conditions);

internal sealed class SampledStrataConverter() : ValueConverter<ImmutableArray<SampledStratum>, string>(
    strata => StoredJson.Write(strata), json => StoredJson.Read<SampledStratum[]>(json).ToImmutableArray());

internal sealed class SampledStrataComparer() : ValueComparer<ImmutableArray<SampledStratum>>(
    (left, right) => left.SequenceEqual(right), strata => strata.Length, strata => strata);

internal sealed class SampleDesignConverter() : ValueConverter<SampleDesign, string>(
    design => StoredJson.Write(design), json => StoredJson.Read<SampleDesign>(json));
