using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>What can be taken out of a survey, and how large it would be.</summary>
public sealed class PlanExport(IKassaDatabase database, MeasuredWaves waves, GetResults results, TimeProvider clock)
{
    /// <summary>What the viewer can choose from.</summary>
    public async Task<Result<ExportOffer>> OfferAsync(Viewer viewer, string? surveyKey, CancellationToken cancellationToken)
    {
        if (!viewer.MayExport || viewer.Fund is null)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var found = await ExportSource.FindAsync(db, waves, surveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<ExportOffer>.Failed(found.Errors);
        }

        var source = found.Value;
        var closed = source.History.Years.Where(year => source.Closed(year) is not null).ToList();
        return new ExportOffer(source.Survey.Survey.Key, source.Survey.Fund, source.Survey.Survey.Name, [.. source.History.Years.Select(year => year.Value)])
        {
            AnsweredYears = [.. closed.Select(year => year.Value)],
            CommentedYears =
            [
                .. closed.Where(year => source.Closed(year)!.Questionnaire.Questions.Any(question => question.Kind == Domain.Surveys.QuestionKind.OpenText))
                    .Select(year => year.Value),
            ],
            WeightedYears = [.. closed.Where(year => source.Closed(year)!.Columns.Weights.Length > 0).Select(year => year.Value)],
            Segments = [.. closed.SelectMany(year => source.Closed(year)!.Columns.Segments.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Contents =
            [
                .. viewer.MaySeeResponses ? [ExportContent.Answers] : Array.Empty<ExportContent>(),
                ExportContent.Figures,
                .. viewer.MayReadComments ? [ExportContent.Comments] : Array.Empty<ExportContent>(),
            ],
        };
    }

    /// <summary>How large the file would be; what stands in its way.</summary>
    public async Task<Result<ExportPlan>> ExecuteAsync(Viewer viewer, string? surveyKey, ExportChoices asked, CancellationToken cancellationToken)
    {
        if (!May(viewer, asked.Content) || viewer.Fund is null)
        {
            return AccessErrors.NotAllowed;
        }

        var choices = ExportFormats.Fit(asked);
        if (choices.Problem() is { } problem)
        {
            return problem;
        }

        if (!ExportFormats.Of(choices.Content).Contains(choices.Format))
        {
            return ExportErrors.UnknownFormat(choices.Format);
        }

        await using var db = database.For(viewer);
        var found = await ExportSource.FindAsync(db, waves, surveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<ExportPlan>.Failed(found.Errors);
        }

        var source = found.Value;
        switch (choices.Content)
        {
            case ExportContent.Answers:
                var years = source.Answers(choices);
                if (!years.IsSuccess)
                {
                    return Result<ExportPlan>.Failed(years.Errors);
                }

                var answers = StackedAnswers.Of(source.Survey, years.Value, source.Comparability, choices, Today());
                return Plan(source, choices, answers.Values.RowCount, answers.ColumnCount) with
                {
                    WeightsLeftOut = choices.WithWeights && years.Value.Any(year => year.Columns.Weights.Length > 0) && !StackedAnswers.GivesWeights(years.Value),
                };
            case ExportContent.Figures:
                var figures = await FiguresAsync(viewer, source, choices, cancellationToken);
                return figures.IsSuccess ? Plan(source, choices, figures.Value.Rows.Length, figures.Value.Columns.Length) : Result<ExportPlan>.Failed(figures.Errors);
            default:
                var count = await CommentTable.CountAsync(db, source, choices.Years, cancellationToken);
                return count == 0 ? ExportErrors.NoComments : Plan(source, choices, count, 4);
        }
    }

    /// <summary>True when the viewer may take this out.</summary>
    public static bool May(Viewer viewer, ExportContent content) => content switch
    {
        ExportContent.Answers => viewer.MaySeeResponses,
        ExportContent.Comments => viewer.MayReadComments,
        _ => viewer.MayExport,
    };

    /// <summary>The table of figures.</summary>
    internal async Task<Result<ReportTable>> FiguresAsync(Viewer viewer, ExportSource source, ExportChoices choices, CancellationToken cancellationToken)
    {
        var years = new List<Domain.Analysis.WaveResults>();
        foreach (var year in choices.Years)
        {
            var found = await results.ExecuteAsync(
                viewer, new(source.Survey.Fund.Key, source.Survey.Survey.Key, year, null, Domain.Analysis.Population.Everybody, CompareWithNothing: true), cancellationToken);
            if (!found.IsSuccess)
            {
                return Result<ReportTable>.Failed(found.Errors);
            }

            years.Add(found.Value.Results);
        }

        return FigureTables.Of(years, choices.Layout, new ReportWords(choices.Language));
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static ExportPlan Plan(ExportSource source, ExportChoices choices, long rows, int columns) =>
        new(source.Survey.Survey.Id, choices, rows, columns, (long)(rows * columns * ExportFormats.BytesPerCell(choices)) + 20_000);
}

/// <summary>What can be chosen.</summary>
/// <param name="SurveyKey">The survey.</param>
/// <param name="Fund">The fund.</param>
/// <param name="SurveyName">The survey's name.</param>
/// <param name="Years">Years with figures, oldest first.</param>
public sealed record ExportOffer(string SurveyKey, Fund Fund, Domain.Surveys.LocalizedText SurveyName, ImmutableArray<int> Years)
{
    /// <summary>Years with answers that may be taken out: their waves are closed.</summary>
    public required ImmutableArray<int> AnsweredYears { get; init; }

    /// <summary>Years with open questions.</summary>
    public required ImmutableArray<int> CommentedYears { get; init; }

    /// <summary>Years whose answers have weights.</summary>
    public required ImmutableArray<int> WeightedYears { get; init; }

    /// <summary>The segments known of any year.</summary>
    public required ImmutableArray<string> Segments { get; init; }

    /// <summary>What the viewer may take out.</summary>
    public required ImmutableArray<ExportContent> Contents { get; init; }
}

/// <summary>What a file would be.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Choices">The choices as the format takes them.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Bytes">About its size.</param>
public sealed record ExportPlan(SurveyId Survey, ExportChoices Choices, long Rows, int Columns, long Bytes)
{
    /// <summary>True when weights were asked for and few share one.</summary>
    public bool WeightsLeftOut { get; init; }
}
