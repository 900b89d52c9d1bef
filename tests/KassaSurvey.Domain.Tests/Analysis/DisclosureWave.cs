using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>A wave of one grade and one segment, benefit.</summary>
internal static class DisclosureWave
{
    private static readonly Questionnaire Asked = new(
    [
        Question.Create(default, 1, new("GRADE", QuestionKind.Scale, LocalizedText.Same("?")) { Scale = AnswerScale.OneToSeven }),
    ]);

    public static ResponseColumns Of(params (string Benefit, int Count)[] groups) => new()
    {
        Count = groups.Sum(group => group.Count),
        DataVersion = "test",
        Codes = ImmutableSortedDictionary<string, byte[]>.Empty.Add(
            "GRADE", [.. Enumerable.Range(0, groups.Sum(group => group.Count)).Select(row => (byte)(1 + (row % 7)))]),
        Choices = ImmutableSortedDictionary<string, int[]>.Empty,
        Numbers = ImmutableSortedDictionary<string, double[]>.Empty,
        Segments = ImmutableSortedDictionary<string, SegmentColumn>.Empty.Add("benefit", new(
            [.. groups.SelectMany((group, place) => Enumerable.Repeat((byte)place, group.Count))], [.. groups.Select(group => group.Benefit)])),
        Weights = [],
    };

    public static Reading Grade(ResponseColumns wave, Population population) =>
        WaveReadings.Of(Asked, wave, population, DisclosureRule.Default).Question("GRADE");
}
