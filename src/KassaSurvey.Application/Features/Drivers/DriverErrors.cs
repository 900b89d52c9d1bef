using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Drivers;

/// <summary>What can stop a driver analysis before any model.</summary>
public static class DriverErrors
{
    /// <summary>The wave asks no such question, or it is no rating.</summary>
    public static Error UnknownTarget(string code, string known) => Error.Of("Drivers.UnknownTarget", code, known);

    /// <summary>Only published figures are known of the year: there are no answers to analyse.</summary>
    public static Error NoAnswers(int year) => Error.Of("Drivers.NoAnswers", year);

    /// <summary>A file's column has values outside the scale given.</summary>
    public static Error OutsideScale(string file, string column, string scale) => Error.Of("Drivers.OutsideScale", file, column, scale);

    /// <summary>The column is named twice: as target, driver or weight.</summary>
    public static Error NamedTwice(string column) => Error.Of("Drivers.NamedTwice", column);
}
