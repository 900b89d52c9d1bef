using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>A good row of a file of answers.</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="Source">Everything but the answers.</param>
/// <param name="Answers">The answers by question.</param>
internal sealed record ImportedRow(int Line, ImportedResponse Source, IReadOnlyDictionary<QuestionId, AnswerValue> Answers)
{
    /// <summary>True when the stored response says the same.</summary>
    public bool SaysTheSameAs(Response response, IReadOnlyCollection<Answer> answers) =>
        response.Language == Source.Language && response.Mode == Source.Mode && response.CompletedOn == Source.CompletedOn
        && Nullable.Equals(response.Weight, Source.Weight)
        && response.DurationSeconds == ResponseDuration.Coarsen(Source.DurationSeconds)
        && response.Segments.Count == Source.Segments.Count
        && response.Segments.All(segment => Source.Segments.GetValueOrDefault(segment.Key) == segment.Value)
        && answers.Count == Answers.Count
        && answers.All(answer => Answers.TryGetValue(answer.QuestionId, out var value) && value == answer.Value);
}
