using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Drivers;

/// <summary>The drivers of a column in an analyst's own file. Nothing is stored and nothing is hidden: whoever runs it has the rows.</summary>
public static class AnalyseDriverFile
{
    /// <summary>Analyses the file.</summary>
    public static Result<DriversDocument> Execute(Query query)
    {
        var file = query.File;
        var named = Named(query);
        if (!named.IsSuccess)
        {
            return Result<DriversDocument>.Failed(named.Errors);
        }

        var (target, drivers, weight) = named.Value;
        var leftOut = new LeftOutCells();
        List<Error> errors = [.. weight is null ? [] : FileWeights.Check(file, weight)];
        foreach (var column in drivers.Prepend(target))
        {
            leftOut.Add(file, file.NotNumbers(column));
            var isOutside = query.Scale is { } scale && file.Numbers(column).Any(value => value < scale.Minimum || value > scale.Maximum);
            errors.AddRange(isOutside ? [DriverErrors.OutsideScale(file.Name, column, $"{query.Scale!.Value.Minimum}-{query.Scale.Value.Maximum}")] : []);
        }

        if (errors.Count > 0)
        {
            return Result<DriversDocument>.Failed(errors);
        }

        leftOut.Add(file, weight is null ? [] : FileWeights.Unusable(file, weight));
        double[] weights = weight is null ? [] : [.. file.Numbers(weight).Select(value => value > 0 ? value : 0)];
        var table = new DriverTable(Variable(target), [.. drivers.Select(Variable)], weights);
        return DriversDocument.Of(file.Name, target, [.. drivers], DriverAnalysis.Of(table, query.Method), [.. leftOut.Warnings()]);

        DriverVariable Variable(string column)
        {
            var values = file.Numbers(column);
            var (low, high) = query.Scale is { } scale ? (scale.Minimum, scale.Maximum) : Range(values);
            return DriverVariable.Of(new(column, low, high, values));
        }
    }

    /// <summary>Without a scale the lowest and highest value of a column are taken for its 0 and 100.</summary>
    private static (double Low, double High) Range(double[] values)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        return (known.Min(), Math.Max(known.Max(), known.Min() + 1e-6));
    }

    private static Result<(string Target, List<string> Drivers, string? Weight)> Named(Query query)
    {
        List<Result<string>> asked =
        [
            query.File.Find(query.Target), .. query.Drivers.Select(query.File.Find),
            .. query.Weight is null ? Array.Empty<Result<string>>() : [query.File.Find(query.Weight)],
        ];
        var errors = asked.SelectMany(column => column.Errors).ToList();
        if (errors.Count > 0)
        {
            return Result<(string, List<string>, string?)>.Failed(errors);
        }

        if (asked.GroupBy(column => column.Value, StringComparer.Ordinal).FirstOrDefault(column => column.Count() > 1) is { } twice)
        {
            return DriverErrors.NamedTwice(twice.Key);
        }

        var (target, weight) = (asked[0].Value, query.Weight is null ? null : asked[^1].Value);
        List<string> drivers = query.Drivers.Count > 0
            ? [.. asked.Skip(1).Take(query.Drivers.Count).Select(column => column.Value)]
            : [.. query.File.Columns.Where(column => column != target && column != weight && IsNumeric(query.File, column))];
        return (target, drivers, weight);
    }

    private static bool IsNumeric(DataFile file, string column) => !file.NotNumbers(column).Any() && file.Numbers(column).Any(double.IsFinite);

    /// <summary>What is asked.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Target">The column to be explained.</param>
    /// <param name="Drivers">The columns that may explain it; empty = every other column of numbers.</param>
    /// <param name="Weight">The column of weights, or null.</param>
    /// <param name="Scale">The scale of target and drivers, or null for each column's own range.</param>
    /// <param name="Method">The method.</param>
    public sealed record Query(
        DataFile File, string Target, IReadOnlyList<string> Drivers, string? Weight, AnswerScale? Scale, DriverMethod Method);
}
