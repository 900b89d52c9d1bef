namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Members of two waves by number: the same member has the same number in both.</summary>
internal sealed class SharedMembers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public SharedMembers(string[] current, string[] previous)
    {
        (Current, Previous) = (Numbers(current), Numbers(previous));
        InBoth = Current.Where(number => number >= 0).Intersect(Previous).Count();
        (RepeatedInCurrent, RepeatedInPrevious) = (Repeated(Current), Repeated(Previous));
    }

    /// <summary>A number for each row of the current wave; -1 = unknown member.</summary>
    public int[] Current { get; }

    /// <summary>The same of the previous wave.</summary>
    public int[] Previous { get; }

    /// <summary>Members with a row in both.</summary>
    public int InBoth { get; }

    /// <summary>Members with several rows in the current wave.</summary>
    public int RepeatedInCurrent { get; }

    /// <summary>The same of the previous wave.</summary>
    public int RepeatedInPrevious { get; }

    private static int Repeated(int[] numbers) =>
        numbers.Where(number => number >= 0).GroupBy(number => number).Count(rows => rows.Skip(1).Any());

    private int[] Numbers(string[] ids)
    {
        var numbers = new int[ids.Length];
        for (var row = 0; row < ids.Length; row++)
        {
            numbers[row] = -1;
            if (!DataFile.IsMissing(ids[row]) && !_numbers.TryGetValue(ids[row], out numbers[row]))
            {
                _numbers.Add(ids[row], numbers[row] = _numbers.Count);
            }
        }

        return numbers;
    }
}
