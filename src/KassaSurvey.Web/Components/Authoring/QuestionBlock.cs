using System.Collections.Immutable;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>Questions that follow each other in one service area, or in none, as the editor shows them.</summary>
/// <param name="Area">The area; null for questions without one.</param>
/// <param name="IsContinued">True when questions of the same area stand further up too.</param>
/// <param name="Questions">The questions; none for an area that waits for its first.</param>
public sealed record QuestionBlock(WaveArea? Area, bool IsContinued, ImmutableArray<DraftQuestion> Questions)
{
    /// <summary>The draft in blocks; areas without questions come last.</summary>
    public static ImmutableArray<QuestionBlock> Of(Draft draft)
    {
        var blocks = ImmutableArray.CreateBuilder<QuestionBlock>();
        foreach (var question in draft.Questions)
        {
            var area = draft.Areas.FirstOrDefault(known => IsSame(known.Code, question.Content.AreaCode));
            if (blocks.Count > 0 && IsSame(blocks[^1].Area?.Code, area?.Code))
            {
                blocks[^1] = blocks[^1] with { Questions = blocks[^1].Questions.Add(question) };
            }
            else
            {
                blocks.Add(new(area, area is not null && blocks.Any(earlier => earlier.Area == area), [question]));
            }
        }

        blocks.AddRange(draft.Areas.Where(area => blocks.All(block => block.Area != area)).Select(area => new QuestionBlock(area, false, [])));
        return blocks.ToImmutable();
    }

    /// <summary>
    /// The place one step up (-1) or down (1), or null when there is none. A question leaves its area's block only to come nearer to the
    /// rest of the area; one without an area passes the whole block that stands in its way.
    /// </summary>
    public static int? PlaceOf(Draft draft, DraftQuestion question, int step)
    {
        var blocks = Of(draft);
        var at = 0;
        while (!blocks[at].Questions.Contains(question))
        {
            at++;
        }

        var inside = blocks[at].Questions.IndexOf(question) + step;
        if (inside >= 0 && inside < blocks[at].Questions.Length)
        {
            return question.Place + step;
        }

        var passed = at + step;
        if (passed < 0 || passed >= blocks.Length || blocks[passed].Questions.IsEmpty)
        {
            return null;
        }

        var beyond = step < 0 ? blocks[..at] : blocks[(at + 1)..];
        var mayLeave = blocks[at].Area is not { } area || blocks[at].Questions.Length == 1 || beyond.Any(block => block.Area == area);
        return mayLeave ? blocks[passed].Questions[step < 0 ? 0 : ^1].Place : null;
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
