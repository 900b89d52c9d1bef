using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Benchmarks.Analysis;

/// <summary>A wave of forty questions of every kind, of any size, the same at each run.</summary>
public static class GeneratedWave
{
    private const ulong Seed = 1_025_000;
    private const int Areas = 8;
    private const int RatingsInAnArea = 4;
    private const int ByteColumns = 38;
    private const int Segments = 2;

    /// <summary>Thirty-three ratings, a recommendation, two yes/no, two single and one multiple choice, and a number.</summary>
    public static Questionnaire Questionnaire { get; } = new(Questions().Select((content, index) => Question.Create(default, index + 1, content)));

    /// <summary>What the columns of one response weigh.</summary>
    public static int BytesPerResponse(bool weighted) => ByteColumns + Segments + sizeof(int) + sizeof(double) + (weighted ? sizeof(double) : 0);

    /// <summary>The columns of so many responses.</summary>
    /// <param name="part">Which wave of several: each has answers of its own.</param>
    public static ResponseColumns Of(int responses, bool weighted, int part = 0)
    {
        var random = new SeededGenerator(Seed + (ulong)part);
        var codes = Questionnaire.Questions
            .Where(question => question.Kind is not (QuestionKind.Multiple or QuestionKind.Number))
            .ToImmutableSortedDictionary(question => question.Code, question => Codes(question, responses, random), StringComparer.Ordinal);
        return new()
        {
            Count = responses,
            DataVersion = "generated",
            Codes = codes,
            Choices = ImmutableSortedDictionary<string, int[]>.Empty.Add("CHANNELS", Fill(responses, () => random.NextInt(64))),
            Numbers = ImmutableSortedDictionary<string, double[]>.Empty.Add("CALLS", Fill(responses, () => (double)random.NextInt(9))),
            Segments = ImmutableSortedDictionary<string, SegmentColumn>.Empty
                .Add("age", new(Fill(responses, () => (byte)random.NextInt(5)), ["-29", "30-39", "40-49", "50-59", "60-"]))
                .Add("region", new(Fill(responses, () => (byte)random.NextInt(3)), ["Lappi", "Pirkanmaa", "Uusimaa"])),
            Weights = weighted ? Fill(responses, () => 0.5 + random.NextDouble()) : [],
        };
    }

    private static IEnumerable<QuestionContent> Questions()
    {
        yield return Rating(Survey.OverallCode, null);
        for (var area = 1; area <= Areas; area++)
        {
            for (var rating = 1; rating <= RatingsInAnArea; rating++)
            {
                yield return Rating($"A{area}_{rating}", $"AREA{area}");
            }
        }

        yield return new("RECOMMEND", QuestionKind.Recommendation, LocalizedText.Same("?")) { Scale = AnswerScale.Recommendation };
        yield return new("CONTACT", QuestionKind.YesNo, LocalizedText.Same("?"));
        yield return new("SOLVED", QuestionKind.YesNo, LocalizedText.Same("?"));
        yield return Choice("DEV_AREA", QuestionKind.Single);
        yield return Choice("BENEFIT", QuestionKind.Single);
        yield return Choice("CHANNELS", QuestionKind.Multiple);
        yield return new("CALLS", QuestionKind.Number, LocalizedText.Same("?"));
    }

    private static QuestionContent Rating(string code, string? area) =>
        new(code, QuestionKind.Scale, LocalizedText.Same(code)) { AreaCode = area, Scale = AnswerScale.OneToSeven, AllowsCantSay = true };

    private static QuestionContent Choice(string code, QuestionKind kind) => new(code, kind, LocalizedText.Same(code))
    {
        Options = [.. Enumerable.Range(1, 6).Select(number => new AnswerOption(number, $"O{number}", LocalizedText.Same($"O{number}")))],
    };

    private static byte[] Codes(Question question, int responses, SeededGenerator random) => question.Kind switch
    {
        QuestionKind.Scale => Fill(responses, () => random.NextInt(20) == 0 ? MissingCode.CantSay : Grade(random)),
        QuestionKind.Recommendation => Fill(responses, () => (byte)random.NextInt(11)),
        QuestionKind.YesNo => Fill(responses, () => (byte)random.NextInt(2)),
        _ => Fill(responses, () => (byte)(1 + random.NextInt(6))),
    };

    /// <summary>1 to 7 as a satisfied fund gets them: two in three answer 6 or 7. Equal neighbours are the harder case for a tally.</summary>
    private static byte Grade(SeededGenerator random) => (byte)(7 - Math.Min(random.NextInt(7), Math.Min(random.NextInt(7), random.NextInt(7))));

    private static T[] Fill<T>(int count, Func<T> next)
    {
        var values = new T[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = next();
        }

        return values;
    }
}
