namespace KassaSurvey.Statistics.Tests.Inference;

/// <summary>Student's sleep data (Student 1908; published): hours gained under two drugs, ten persons.</summary>
public static class Sleep
{
    public static double[] First { get; } = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];

    public static double[] Second { get; } = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
}
