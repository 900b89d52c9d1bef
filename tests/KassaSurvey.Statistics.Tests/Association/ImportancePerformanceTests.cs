using KassaSurvey.Statistics.Association;

namespace KassaSurvey.Statistics.Tests.Association;

public class ImportancePerformanceTests
{
    [Fact]
    public void Of_NoFigures_IsUndefined()
    {
        var matrix = CovarianceMatrix.Of([5, 5, 5, 1, 2, 3], 2, []);
        var model = PathModel.Estimate(matrix, new PathSpecification([new([0]), new([1])], [(0, 1)]));

        var map = ImportancePerformance.Of(model, matrix, [1, 1], [7, 7]);

        Assert.True(double.IsNaN(map.Importance(0, 1)) && double.IsNaN(map.Performance(0)));
        Assert.Throws<ArgumentException>(() => ImportancePerformance.Of(model, matrix, [1], [7]));
        Assert.Throws<ArgumentException>(() => ImportancePerformance.Of(model, matrix, [1, 7], [7, 7]));
    }
}
