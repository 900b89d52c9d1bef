using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>A variable of a wave with the respondents who were asked about it.</summary>
/// <param name="Variable">Its columns, one value per response.</param>
/// <param name="IsAsked">Whether each response was asked.</param>
internal sealed record DriverCandidate(DriverVariable Variable, bool[] IsAsked)
{
    /// <summary>An area as one score per respondent (half of the asked ratings must be valid); asked when any of its ratings was.</summary>
    public static DriverCandidate Area(string code, IReadOnlyList<Question> ratings, ResponseColumns columns)
    {
        var scale = AreaMeasurer.ScaleOf(ratings);
        return new(
            DriverVariable.Of(DriverItem.On(scale, code, AreaScores.Of(ratings, columns, scale))),
            Asked(columns, row => ratings.Any(rating => IsAskedOf(columns, rating, row))));
    }

    /// <summary>Ratings as the columns of one latent variable; asked when all of them were.</summary>
    public static DriverCandidate Block(string code, IReadOnlyList<Question> ratings, ResponseColumns columns) => new(
        new(code, [.. ratings.Select(rating => DriverItem.On(rating.Scale!.Value, rating.Code, Values(rating, columns)))]),
        Asked(columns, row => ratings.All(rating => IsAskedOf(columns, rating, row))));

    /// <summary>True when the response has a value in every column.</summary>
    public bool IsComplete(int row) => Variable.Items.All(item => !double.IsNaN(item.Values[row]));

    private static bool[] Asked(ResponseColumns columns, Func<int, bool> isAsked) => [.. Enumerable.Range(0, columns.Count).Select(isAsked)];

    private static bool IsAskedOf(ResponseColumns columns, Question rating, int row) =>
        columns.Codes.TryGetValue(rating.Code, out var values) && values[row] != MissingCode.NotAsked;

    private static double[] Values(Question rating, ResponseColumns columns)
    {
        var scale = rating.Scale!.Value;
        return columns.Codes.TryGetValue(rating.Code, out var values)
            ? [.. values.Select(value => scale.Contains(value) ? value : double.NaN)]
            : [.. Enumerable.Repeat(double.NaN, columns.Count)];
    }
}
