using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests;

/// <summary>Small waves made by hand or by a seed.</summary>
internal static class Columns
{
    public static ResponseColumns Of(int count, params (string Code, byte[] Values)[] codes) => new()
    {
        Count = count,
        DataVersion = "test",
        Codes = codes.ToImmutableSortedDictionary(code => code.Code, code => code.Values, StringComparer.Ordinal),
        Choices = ImmutableSortedDictionary<string, int[]>.Empty,
        Numbers = ImmutableSortedDictionary<string, double[]>.Empty,
        Segments = ImmutableSortedDictionary<string, SegmentColumn>.Empty,
        Weights = [],
    };

    public static ResponseColumns WithSegment(this ResponseColumns columns, string name, byte[] codes, params string[] categories) => new()
    {
        Count = columns.Count,
        DataVersion = columns.DataVersion,
        Codes = columns.Codes,
        Choices = columns.Choices,
        Numbers = columns.Numbers,
        Segments = columns.Segments.SetItem(name, new(codes, [.. categories])),
        Weights = columns.Weights,
    };

    public static ResponseColumns WithChoices(this ResponseColumns columns, string code, int[] choices) => new()
    {
        Count = columns.Count,
        DataVersion = columns.DataVersion,
        Codes = columns.Codes,
        Choices = columns.Choices.SetItem(code, choices),
        Numbers = columns.Numbers,
        Segments = columns.Segments,
        Weights = columns.Weights,
    };

    public static ResponseColumns WithNumbers(this ResponseColumns columns, string code, double[] numbers) => new()
    {
        Count = columns.Count,
        DataVersion = columns.DataVersion,
        Codes = columns.Codes,
        Choices = columns.Choices,
        Numbers = columns.Numbers.SetItem(code, numbers),
        Segments = columns.Segments,
        Weights = columns.Weights,
    };

    /// <summary>A rating on 1-7 for every respondent, of a distribution that looks like a satisfied fund's.</summary>
    public static byte[] Ratings(SeededGenerator random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (byte)Math.Clamp((int)Math.Round(5.6 + 1.2 * random.NextNormal()), 1, 7))];

    public static Question Rating(string code, int order, string? area = null, AnswerScale? scale = null) => Question.Create(
        default, order, new(code, QuestionKind.Scale, LocalizedText.Same(code)) { Scale = scale ?? AnswerScale.OneToSeven, AreaCode = area, AllowsCantSay = true });
}
