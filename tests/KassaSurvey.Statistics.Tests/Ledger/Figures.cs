namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>What the kernel computes for the reference files, by file, id and column.</summary>
public sealed class Figures
{
    private readonly Dictionary<(string File, string Id, string Column), (double Value, double Relative, double Absolute)> figures = [];

    public IEnumerable<(string File, string Id, string Column)> Keys => figures.Keys;

    /// <summary>Adds a figure: 1e-8 relative for closed formulas; the absolute part is for figures that are 0 up to rounding, or simulated.</summary>
    public void Add(string file, string id, string column, double value, double relative = 1e-8, double absolute = 1e-12) =>
        figures.Add((file, id, column), (value, relative, absolute));

    /// <summary>Null when the kernel computes no such figure, else why it is not equal ("" when it is).</summary>
    public string? Difference(string file, string id, string column, double expected)
    {
        if (!figures.TryGetValue((file, id, column), out var figure))
        {
            return null;
        }

        var isClose = Math.Abs(figure.Value - expected) <= (figure.Relative * Math.Abs(expected)) + figure.Absolute;
        return isClose ? "" : $"{file} {id} {column}: expected {expected:R}, was {figure.Value:R}";
    }
}
