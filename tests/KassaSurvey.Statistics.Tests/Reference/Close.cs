namespace KassaSurvey.Statistics.Tests.Reference;

/// <summary>Equality to a relative tolerance: 1e-8 for closed formulas unless a test says otherwise.</summary>
public static class Close
{
    public static void To(double expected, double actual, double tolerance = 1e-8, string? what = null)
    {
        var scale = Math.Max(1e-12, Math.Abs(expected));
        var isClose = double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(actual - expected) <= tolerance * scale;
        Assert.True(isClose, $"{what} expected {expected:R}, was {actual:R}");
    }
}
