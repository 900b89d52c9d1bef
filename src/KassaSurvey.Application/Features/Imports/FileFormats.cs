namespace KassaSurvey.Application.Features.Imports;

/// <summary>What a page says of the format of a file of answers.</summary>
public static class AnswersFile
{
    /// <summary>The columns that a file may have beside its questions.</summary>
    public static string OptionalColumns { get; } = string.Join(
        ", ",
        ImportColumns.ResponseId, ImportColumns.CompletedOn, ImportColumns.Language, ImportColumns.Mode, ImportColumns.Weight, ImportColumns.Duration,
        $"{ImportColumns.SegmentPrefix}<name>");
}

/// <summary>What a page says of the format of a file of published figures.</summary>
public static class FiguresFile
{
    /// <summary>The columns that a file must have.</summary>
    public static string Columns { get; } = string.Join(
        ", ",
        FigureColumns.Year, FigureColumns.QuestionCode, FigureColumns.ScaleMinimum, FigureColumns.ScaleMaximum, FigureColumns.Mean, FigureColumns.Source);

    /// <summary>The columns that it may have.</summary>
    public static string OptionalColumns { get; } = string.Join(", ", FigureColumns.Respondents, FigureColumns.Deviation, FigureColumns.TopShare);
}
