using System.Collections.Frozen;

namespace KassaSurvey.Domain.Surveys;

/// <summary>How far two wordings are apart.</summary>
public enum WordingDistance
{
    /// <summary>The same, letter for letter.</summary>
    None = 0,

    /// <summary>Case, punctuation, spacing or a few mistyped letters: nobody reads another question into it.</summary>
    Typo = 1,

    /// <summary>Anything more.</summary>
    Far = 2,
}

/// <summary>
/// Tells typos from other wordings. A typo is one wrong, missing, additional or swapped letter in a word of four to seven letters, two in
/// a longer one, in at most one word of five (one in a short text); or other case, punctuation or spacing. A word more or less, a figure
/// or a negation that changed is never a typo: "can" and "can't" are one sign apart.
/// </summary>
public static class Wording
{
    private static readonly FrozenSet<string> Negations = FrozenSet.ToFrozenSet(
    [
        "not", "no", "never", "cannot", "cant", "dont", "doesnt", "didnt", "isnt", "wasnt", "arent", "werent", "wont", "without",
        "ei", "en", "et", "emme", "ette", "eivät", "eikä", "älä", "inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "utan",
        "ikke", "intet", "uden",
    ]);

    /// <summary>How far the two are apart.</summary>
    public static WordingDistance Between(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
        {
            return WordingDistance.None;
        }

        string[] left = Words(one), right = Words(other);
        if (!left.Where(IsTelling).SequenceEqual(right.Where(IsTelling)))
        {
            return WordingDistance.Far;
        }

        // Only signs, case and spaces: "asiakas palvelu" is "asiakaspalvelu".
        if (string.Concat(left) == string.Concat(right))
        {
            return WordingDistance.Typo;
        }

        if (left.Length != right.Length)
        {
            return WordingDistance.Far;
        }

        var mistyped = 0;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] == right[i])
            {
                continue;
            }

            var longest = Math.Max(left[i].Length, right[i].Length);
            mistyped++;
            if (Letters(left[i], right[i]) > (longest < 4 ? 0 : longest < 8 ? 1 : 2))
            {
                return WordingDistance.Far;
            }
        }

        return mistyped <= Math.Max(1, left.Length / 5) ? WordingDistance.Typo : WordingDistance.Far;
    }

    private static bool IsTelling(string word) => Negations.Contains(word) || word.Any(char.IsDigit);

    private static string[] Words(string text) =>
    [
        .. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsLetterOrDigit)))
            .Where(word => word.Length > 0),
    ];

    /// <summary>Letters to change, add or take out, and neighbours to swap, to make one word the other.</summary>
    private static int Letters(string one, string other)
    {
        var distance = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                var change = distance[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(change, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[one.Length, other.Length];
    }
}
