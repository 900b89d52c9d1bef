using System.Collections.Immutable;
using KassaSurvey.Domain.Exports;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>Answers row by row, of one year or several, without a format: what every format of answers writes.</summary>
public sealed record AnswerSet
{
    /// <summary>The language of every label in it.</summary>
    public required string Language { get; init; }

    /// <summary>The fund's name.</summary>
    public required string Fund { get; init; }

    /// <summary>The survey's name.</summary>
    public required string Survey { get; init; }

    /// <summary>The years, oldest first.</summary>
    public required ImmutableArray<int> Years { get; init; }

    /// <summary>The day it was made.</summary>
    public required DateOnly GeneratedOn { get; init; }

    /// <summary>The version of the answers, of each year.</summary>
    public required string DataVersion { get; init; }

    /// <summary>The values.</summary>
    public required ResponseValues Values { get; init; }

    /// <summary>What the columns of <see cref="Values"/> are.</summary>
    public required ImmutableArray<ResponseVariable> Variables { get; init; }

    /// <summary>What each question is: wording, scale, base, missing codes.</summary>
    public required ReportTable Codebook { get; init; }

    /// <summary>What each value of each question means.</summary>
    public required ReportTable Labels { get; init; }

    /// <summary>What "can't say" is called.</summary>
    public required string CantSay { get; init; }

    /// <summary>What a question that was not asked is called.</summary>
    public required string NotAsked { get; init; }

    /// <summary>How answers are written where a format leaves the choice.</summary>
    public ValueForm Form { get; init; } = ValueForm.Codes;

    /// <summary>False to leave a value empty whatever the reason there is no answer.</summary>
    public bool TellsMissing { get; init; } = true;

    /// <summary>Fund, survey and years.</summary>
    public string Title => $"{Fund}: {Survey} {string.Join(", ", Years)}";

    /// <summary>Columns of a file: a variable has two where numbers and words each get their own.</summary>
    public int ColumnCount => Variables.Length + (Form == ValueForm.Both ? Variables.Count(variable => NamesOf(variable).Count > 0) : 0);

    /// <summary>What each value of a variable is called, the reasons why there is none included.</summary>
    public IReadOnlyList<ResponseVariable.NamedValue> NamesOf(ResponseVariable variable) => !variable.IsCoded ? [] :
    [
        .. variable.Values,
        .. variable is { IsQuestion: true, AllowsCantSay: true } && TellsMissing ? [new(ResponseValues.CantSay, CantSay)] : Array.Empty<ResponseVariable.NamedValue>(),
        .. variable.IsQuestion && TellsMissing ? [new(ResponseValues.NotAsked, NotAsked)] : Array.Empty<ResponseVariable.NamedValue>(),
    ];

    /// <summary>A value as this set tells it.</summary>
    public double Read(int row, int column) =>
        Values.Read(row, column) is var value && !TellsMissing && ResponseValues.IsMissing(value) && Variables[column].IsCoded ? double.NaN : value;
}
