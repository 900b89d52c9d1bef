using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>A variable of a wave with the respondents who were asked about it and those who have a value.</summary>
/// <param name="Variable">Its columns, one value per response.</param>
/// <param name="Asked">Who was asked.</param>
/// <param name="Complete">Who has a value in every column.</param>
internal sealed record DriverCandidate(DriverVariable Variable, RowSet Asked, RowSet Complete)
{
    /// <summary>An area as one score per respondent (half of the asked ratings must be valid); asked when any of its ratings was.</summary>
    public static DriverCandidate Area(string code, IReadOnlyList<Question> ratings, ResponseColumns columns)
    {
        var scale = AreaMeasurer.ScaleOf(ratings);
        return Of(
            DriverVariable.Of(DriverItem.On(scale, code, AreaScores.Of(ratings, columns, scale))),
            columns,
            row => ratings.Any(rating => IsAskedOf(columns, rating, row)));
    }

    /// <summary>Ratings as the columns of one latent variable; asked when all of them were.</summary>
    public static DriverCandidate Block(string code, IReadOnlyList<Question> ratings, ResponseColumns columns) => Of(
        new(code, [.. ratings.Select(rating => DriverItem.On(rating.Scale!.Value, rating.Code, Values(rating, columns)))]),
        columns,
        row => ratings.All(rating => IsAskedOf(columns, rating, row)));

    /// <summary>A single choice as 1 for one option and 0 for the others; can't say has no value.</summary>
    public static DriverCandidate Choice(Question question, AnswerOption option, ResponseColumns columns)
    {
        var known = question.Options.Where(other => !other.IsCantSay).Select(other => other.Number).ToHashSet();
        double[] values = columns.Codes.TryGetValue(question.Code, out var codes)
            ? [.. codes.Select(code => !known.Contains(code) ? double.NaN : code == option.Number ? 1 : 0)]
            : Nothing(columns);
        return Of(DriverVariable.Of(new(question.Code, 0, 1, values)), columns, row => IsAskedOf(columns, question, row));
    }

    private static DriverCandidate Of(DriverVariable variable, ResponseColumns columns, Func<int, bool> isAsked) => new(
        variable,
        RowSet.Where(columns.Count, isAsked),
        RowSet.Where(columns.Count, row => variable.Items.All(item => !double.IsNaN(item.Values[row]))));

    private static bool IsAskedOf(ResponseColumns columns, Question question, int row) =>
        columns.Codes.TryGetValue(question.Code, out var values) && values[row] != MissingCode.NotAsked;

    private static double[] Values(Question rating, ResponseColumns columns)
    {
        var scale = rating.Scale!.Value;
        return columns.Codes.TryGetValue(rating.Code, out var values)
            ? [.. values.Select(value => scale.Contains(value) ? value : double.NaN)]
            : Nothing(columns);
    }

    private static double[] Nothing(ResponseColumns columns) => [.. Enumerable.Repeat(double.NaN, columns.Count)];
}
