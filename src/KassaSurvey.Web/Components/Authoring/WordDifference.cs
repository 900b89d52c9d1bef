using System.Collections.Immutable;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>Two wordings side by side, with the words marked that only one of them has.</summary>
/// <param name="Before">The earlier wording, run by run.</param>
/// <param name="After">The later wording.</param>
public sealed record WordDifference(ImmutableArray<WordDifference.Run> Before, ImmutableArray<WordDifference.Run> After)
{
    // Longer texts are marked as a whole: the table of pairs grows with the product of their words.
    private const int MostWords = 400;

    /// <summary>Words in a row that are alike in being marked or not.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="IsChanged">True when the other wording does not have them here.</param>
    public readonly record struct Run(string Text, bool IsChanged);

    /// <summary>Compares two wordings word by word: the longest row of words that both have stays unmarked.</summary>
    public static WordDifference Of(string before, string after)
    {
        string[] left = Words(before), right = Words(after);
        if (left.Length > MostWords || right.Length > MostWords)
        {
            return new([new(before, before != after)], [new(after, before != after)]);
        }

        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (one, other) = (new List<(string, bool)>(), new List<(string, bool)>());
        int x = 0, y = 0;
        while (x < left.Length || y < right.Length)
        {
            if (x < left.Length && y < right.Length && left[x] == right[y])
            {
                one.Add((left[x++], false));
                other.Add((right[y++], false));
            }
            else if (y == right.Length || (x < left.Length && common[x + 1, y] >= common[x, y + 1]))
            {
                one.Add((left[x++], true));
            }
            else
            {
                other.Add((right[y++], true));
            }
        }

        return new(Runs(one), Runs(other));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static ImmutableArray<Run> Runs(List<(string Word, bool IsChanged)> words)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        foreach (var (word, isChanged) in words)
        {
            if (runs.Count > 0 && runs[^1].IsChanged == isChanged)
            {
                runs[^1] = runs[^1] with { Text = $"{runs[^1].Text} {word}" };
            }
            else
            {
                runs.Add(new(word, isChanged));
            }
        }

        return runs.ToImmutable();
    }
}
