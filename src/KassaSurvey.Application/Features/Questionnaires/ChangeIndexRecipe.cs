using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Questionnaires;

/// <summary>Gives a survey another index recipe, for the waves made from now on. Waves that exist keep theirs.</summary>
public sealed class ChangeIndexRecipe(IKassaDatabase database)
{
    /// <summary>Changes the recipe. Other items, weights or share under a name that was used before make the next version of it.</summary>
    public async Task<Result<IndexRecipe>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var survey = await db.Surveys.SingleOrDefaultAsync(row => row.Id == command.Survey, cancellationToken);
        if (survey is null)
        {
            return WaveErrors.SurveyNotFound("");
        }

        var used = await db.Waves.Where(wave => wave.SurveyId == survey.Id && wave.IndexRecipe != null)
            .Select(wave => wave.IndexRecipe!).ToListAsync(cancellationToken);
        var sameName = used.Append(survey.IndexRecipe).OfType<IndexRecipe>().Concat(IndexRecipe.BuiltIn)
            .Where(known => known.Code == command.Code).Distinct().ToList();
        var recipe = IndexRecipe.Create(
            command.Code, sameName.Select(known => known.Version).DefaultIfEmpty(0).Max() + 1, command.Items, command.MinimumShare);
        if (!recipe.IsSuccess)
        {
            return recipe;
        }

        var changed = sameName.Find(known =>
            known.Items.SequenceEqual(recipe.Value.Items) && known.MinimumShare.Equals(recipe.Value.MinimumShare)) ?? recipe.Value;
        survey.Use(changed);
        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    /// <summary>The recipe.</summary>
    /// <param name="Survey">The survey.</param>
    /// <param name="Code">Its name.</param>
    /// <param name="Items">Ratings and weights.</param>
    /// <param name="MinimumShare">Least share 0-1 of the items asked that must be valid.</param>
    public sealed record Command(SurveyId Survey, string Code, IReadOnlyList<IndexItem> Items, double MinimumShare);
}
