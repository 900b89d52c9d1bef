namespace KassaSurvey.Infrastructure.Exports.Spss;

/// <summary>Names that SPSS takes: up to 64 bytes, none twice whatever the case, none of the words of its language.</summary>
internal static class SpssNames
{
    private const int Longest = 64;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH",
    };

    /// <summary>A name for each column, in order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> columns)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var column in columns)
        {
            // Codes are letters, digits and underscores already; only their length and their company can be wrong.
            var name = column.Length > Longest ? column[..Longest] : column;
            for (var number = 2; !taken.Add(name); number++)
            {
                var ending = $"_{number}";
                name = column[..Math.Min(column.Length, Longest - ending.Length)] + ending;
            }

            names.Add(name);
        }

        return names;
    }
}
