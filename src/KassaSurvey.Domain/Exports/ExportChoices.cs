using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Exports;

/// <summary>What is taken out.</summary>
public enum ExportContent
{
    /// <summary>Answers row by row.</summary>
    Answers = 1,

    /// <summary>Figures of questions, areas and options.</summary>
    Figures = 2,

    /// <summary>What members wrote in their own words.</summary>
    Comments = 3,
}

/// <summary>How years stand to each other in a file.</summary>
public enum YearLayout
{
    /// <summary>One below the other, with a column for the year.</summary>
    Stacked = 1,

    /// <summary>Side by side, each year in columns of its own.</summary>
    Wide = 2,
}

/// <summary>How an answer is written.</summary>
public enum ValueForm
{
    /// <summary>As its number.</summary>
    Codes = 1,

    /// <summary>In words.</summary>
    Labels = 2,

    /// <summary>A column of numbers and one in words.</summary>
    Both = 3,
}

/// <summary>What somebody asked for.</summary>
public sealed record ExportChoices
{
    /// <summary>What is taken out.</summary>
    public required ExportContent Content { get; init; }

    /// <summary>The years, oldest first.</summary>
    public required ImmutableArray<int> Years { get; init; }

    /// <summary>The format's name.</summary>
    public required string Format { get; init; }

    /// <summary>The language of labels.</summary>
    public required string Language { get; init; }

    /// <summary>How years stand to each other; of figures only, because nobody knows which responses of two years are one person's.</summary>
    public YearLayout Layout { get; init; } = YearLayout.Stacked;

    /// <summary>How answers are written.</summary>
    public ValueForm Form { get; init; } = ValueForm.Codes;

    /// <summary>True to add the weights, where enough rows share each.</summary>
    public bool WithWeights { get; init; } = true;

    /// <summary>True to write "can't say" and "not asked" as codes, false to leave them empty.</summary>
    public bool TellsMissing { get; init; } = true;

    /// <summary>The segments to add, coarsened.</summary>
    public ImmutableArray<string> Segments { get; init; } = [];

    /// <summary>The choices with the years in order, each once.</summary>
    public ExportChoices InOrder() => this with { Years = [.. Years.Distinct().Order()], Segments = [.. Segments.Distinct(StringComparer.Ordinal)] };

    /// <summary>What is wrong with them whatever the data, or null.</summary>
    public Error? Problem() =>
        Years.Length == 0 ? ExportErrors.NoYear
        : !Languages.IsKnown(Language) ? ExportErrors.UnknownLanguage(Language)
        : Content == ExportContent.Answers && Layout == YearLayout.Wide && Years.Length > 1 ? ExportErrors.AnswersSideBySide
        : null;
}
