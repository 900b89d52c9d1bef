using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Features.Demonstration;

/// <summary>One made-up respondent.</summary>
internal sealed class DemonstrationRespondent
{
    public required string Language { get; init; }

    public required IReadOnlyDictionary<string, string> Segments { get; init; }

    /// <summary>How content the person is in general; makes the answers of one person alike.</summary>
    public required double Contentment { get; init; }

    public Dictionary<string, AnswerValue> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);
}
