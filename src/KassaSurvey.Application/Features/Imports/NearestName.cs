namespace KassaSurvey.Application.Features.Imports;

/// <summary>Finds what somebody probably meant to type.</summary>
internal static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>The name closest to a mistyped one (case does not matter), or null when none is close.</summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        // One slip in a short name, two in a long one: more would suggest names that were not meant.
        var (nearest, best) = ((string?)null, typed.Length >= 8 ? 2 : 1);
        if (typed.Length > LongestCompared)
        {
            return null;
        }

        foreach (var name in names)
        {
            var distance = Distance(typed, name);
            if (distance < best || (distance == best && nearest is null))
            {
                (nearest, best) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary>Levenshtein's distance: letters to insert, delete or replace.</summary>
    private static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (same ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
