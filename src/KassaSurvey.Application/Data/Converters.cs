using System.Collections.Immutable;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KassaSurvey.Application.Data;

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, long>(id => id.Value, value => From(value))
    where TId : struct, ITypedId<TId>
{
    private static TId From(long value) => TId.From(value);
}

internal sealed class ReportingYearConverter() : ValueConverter<ReportingYear, int>(year => year.Value, value => new(value));

internal sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
    text => StoredJson.Write(text.Texts), json => LocalizedText.Of(StoredJson.Read<Dictionary<string, string>>(json)));

internal sealed class AnswerOptionsConverter() : ValueConverter<ImmutableArray<AnswerOption>, string>(
    options => StoredJson.WriteOptions(options), json => StoredJson.ReadOptions(json));

internal sealed class AnswerOptionsComparer() : ValueComparer<ImmutableArray<AnswerOption>>(
    (left, right) => left.SequenceEqual(right), options => options.Length, options => options);

internal sealed class DisplayConditionConverter() : ValueConverter<DisplayCondition, string>(
    condition => StoredJson.Write(condition), json => StoredJson.Read<DisplayCondition>(json));

internal sealed class ExportChoicesConverter() : ValueConverter<ExportChoices, string>(
    choices => StoredJson.Write(choices), json => StoredJson.Read<ExportChoices>(json));

internal sealed class WaveCompositionConverter() : ValueConverter<WaveComposition, string>(
    composition => StoredJson.Write(composition), json => StoredJson.Read<WaveComposition>(json));

/// <summary>Times are kept in UTC; the database does not say so when it gives them back.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

internal sealed class IndexRecipeConverter() : ValueConverter<IndexRecipe, string>(
    recipe => StoredJson.WriteRecipe(recipe), json => StoredJson.ReadRecipe(json));

internal sealed class SegmentsConverter() : ValueConverter<ImmutableSortedDictionary<string, string>, string>(
    segments => StoredJson.Write(segments), json => StoredJson.ReadSegments(json));

/// <summary>Segments as they lie in the database, for statements that are written by hand.</summary>
public static class SegmentsText
{
    /// <summary>The stored form.</summary>
    public static string Write(ImmutableSortedDictionary<string, string> segments) => StoredJson.Write(segments);
}

internal sealed class SegmentsComparer() : ValueComparer<ImmutableSortedDictionary<string, string>>(
    (left, right) => left!.SequenceEqual(right!), segments => segments.Count, segments => segments);

internal sealed class CategoriesConverter() : ValueConverter<IReadOnlyList<string>, string>(
    categories => StoredJson.Write(categories), json => StoredJson.Read<List<string>>(json));

internal sealed class CategoriesComparer() : ValueComparer<IReadOnlyList<string>>(
    (left, right) => left!.SequenceEqual(right!), categories => categories.Count, categories => categories);

internal sealed class SendingStepsConverter() : ValueConverter<ImmutableArray<SendingStep>, string>(
    steps => StoredJson.Write(steps), json => StoredJson.Read<ImmutableArray<SendingStep>>(json));

internal sealed class SendingStepsComparer() : ValueComparer<ImmutableArray<SendingStep>>(
    (left, right) => left.SequenceEqual(right), steps => steps.Length, steps => steps);
