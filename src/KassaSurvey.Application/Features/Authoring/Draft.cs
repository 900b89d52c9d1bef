using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>A wave's questionnaire as its editor sees it.</summary>
public sealed record Draft
{
    /// <summary>The wave.</summary>
    public required WaveId WaveId { get; init; }

    /// <summary>The survey.</summary>
    public required SurveyId SurveyId { get; init; }

    /// <summary>The survey's key.</summary>
    public required string SurveyKey { get; init; }

    /// <summary>The survey's name.</summary>
    public required LocalizedText SurveyName { get; init; }

    /// <summary>What the survey promises its members.</summary>
    public required Confidentiality Confidentiality { get; init; }

    /// <summary>The wave's year.</summary>
    public required int Year { get; init; }

    /// <summary>The latest earlier year with a questionnaire, or null.</summary>
    public required int? PreviousYear { get; init; }

    /// <summary>Draft: everything can be edited; open: wording only.</summary>
    public required WaveStatus Status { get; init; }

    /// <summary>Goes back with the next edit: an edit on an older revision is refused.</summary>
    public required int Revision { get; init; }

    /// <summary>Who changed it last.</summary>
    public required string ChangedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime? ChangedAt { get; init; }

    /// <summary>Languages, minutes, last day.</summary>
    public required WaveSettings Settings { get; init; }

    /// <summary>Service areas in order.</summary>
    public required ImmutableArray<WaveArea> Areas { get; init; }

    /// <summary>Questions in order.</summary>
    public required ImmutableArray<DraftQuestion> Questions { get; init; }

    /// <summary>Questions of the previous year that this one does not ask: their history ends.</summary>
    public required ImmutableArray<QuestionContent> Removed { get; init; }

    /// <summary>On how many of its questions each area will be compared with the previous year; empty without one.</summary>
    public required ImmutableArray<DraftComparison> Comparisons { get; init; }

    /// <summary>Every text in order and how it stands in each language of the wave.</summary>
    public required ImmutableArray<TranslatedText> Texts { get; init; }

    /// <summary>The change that an undo would take back, or null.</summary>
    public required DraftStep? Undo { get; init; }

    /// <summary>The change that a redo would make again, or null.</summary>
    public required DraftStep? Redo { get; init; }

    /// <summary>Estimated time of the longest way through, in seconds.</summary>
    public required int EstimatedSeconds { get; init; }

    /// <summary>How many findings stop the opening.</summary>
    public required int BlockingFindings { get; init; }

    /// <summary>How many findings are worth a look.</summary>
    public required int Warnings { get; init; }
}

/// <summary>A question in a draft.</summary>
/// <param name="Place">Its place, from 1.</param>
/// <param name="Content">Wording and rules.</param>
/// <param name="Previous">What it was in the latest earlier year that asked it; null when new, or when only its figures are known.</param>
/// <param name="PreviousYear">That year, or null when new.</param>
/// <param name="Suggested">What the program says about the two.</param>
/// <param name="Limit">The most that may be decided.</param>
/// <param name="Decided">What a person decided, or null.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsCodeFixed">True when an earlier year asked it: its code cannot be changed.</param>
public sealed record DraftQuestion(
    int Place, QuestionContent Content, QuestionContent? Previous, int? PreviousYear, QuestionChange Suggested, QuestionChange Limit,
    QuestionChange? Decided, string Reason, bool IsCodeFixed)
{
    /// <summary>What holds.</summary>
    public QuestionChange Change => Decided ?? Suggested;

    /// <summary>True when the question changed and nobody has said how comparable it is.</summary>
    public bool IsUndecided => PreviousYear is not null && Decided is null && Suggested != QuestionChange.Same;
}

/// <summary>What the decisions about its questions do to the results of an area.</summary>
/// <param name="AreaCode">The area.</param>
/// <param name="Basis">The questions that take part, of those that the area has.</param>
/// <param name="IsIndexOnly">True when they can be compared as an index (0-100) only.</param>
public sealed record DraftComparison(string AreaCode, ComparisonBasis Basis, bool IsIndexOnly);

/// <summary>A change that can be undone or redone.</summary>
/// <param name="What">The name of the <see cref="DraftEdit"/>, or ImportTranslations.</param>
/// <param name="Subject">The code it concerns, or empty.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When, UTC.</param>
public sealed record DraftStep(string What, string Subject, string By, DateTime At);
