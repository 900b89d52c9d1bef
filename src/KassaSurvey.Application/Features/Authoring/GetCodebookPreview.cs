using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Shows the names and codes of the export before the field work.</summary>
public sealed class GetCodebookPreview(IKassaDatabase database)
{
    /// <summary>Makes it in a language.</summary>
    public async Task<Result<Preview>> ExecuteAsync(Viewer viewer, WaveId waveId, string language, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.Waves.AsNoTracking().Include(row => row.Questions).SingleOrDefaultAsync(row => row.Id == waveId, cancellationToken) is not { } wave)
        {
            return AuthoringErrors.WaveUnknown;
        }

        // Open answers are never exported row by row, so the codebook leaves them out as results do.
        Question[] questions = [.. new Questionnaire(wave.Questions).Questions.Where(question => question.Kind != QuestionKind.OpenText)];
        var words = new ReportWords(language);
        return new Preview(
            [.. questions.SelectMany(ResponseValues.ColumnsOf)], CodebookTables.Codebook(questions, words), CodebookTables.Labels(questions, words));
    }

    /// <summary>The codebook as the export will have it.</summary>
    /// <param name="Columns">The names of its columns in order.</param>
    /// <param name="Codebook">A row per question.</param>
    /// <param name="Labels">A row per value.</param>
    public sealed record Preview(ImmutableArray<string> Columns, ReportTable Codebook, ReportTable Labels);
}
