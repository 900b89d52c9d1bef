using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>Writes what was chosen into a stream. Memory does not grow with the answers.</summary>
public sealed class WriteExport(
    IKassaDatabase database, MeasuredWaves waves, PlanExport plans, BuildYearlyReport reports, IEnumerable<IAnswerWriter> answerWriters,
    IEnumerable<ITableWriter> tableWriters, IEnumerable<IReportWriter> reportWriters, IPackageWriter packages, TimeProvider clock)
{
    /// <summary>Prepares the file: everything that can fail for a reason that somebody can mend fails here.</summary>
    /// <param name="viewer">Who takes it out.</param>
    /// <param name="surveyKey">The survey.</param>
    /// <param name="choices">What was chosen.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<PreparedExport>> PrepareAsync(Viewer viewer, string? surveyKey, ExportChoices choices, CancellationToken cancellationToken)
    {
        if (!PlanExport.May(viewer, choices.Content))
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var found = await ExportSource.FindAsync(db, waves, surveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<PreparedExport>.Failed(found.Errors);
        }

        var source = found.Value;
        var words = new ReportWords(choices.Language);
        switch (choices.Content)
        {
            case ExportContent.Answers:
                return await AnswersAsync(viewer, source, choices, cancellationToken);
            case ExportContent.Figures:
                var figures = await plans.FiguresAsync(viewer, source, choices, cancellationToken);
                return figures.IsSuccess
                    ? Table(source, choices, figures.Value, CodebookTables.Codebook(Questions(source, choices), words), words)
                    : Result<PreparedExport>.Failed(figures.Errors);
            default:
                var comments = await CommentTable.ReadAsync(db, source, choices.Years, words, cancellationToken);
                return comments.Rows.Length == 0 ? ExportErrors.NoComments : Table(source, choices, comments, null, words);
        }
    }

    private async Task<Result<PreparedExport>> AnswersAsync(Viewer viewer, ExportSource source, ExportChoices choices, CancellationToken cancellationToken)
    {
        var years = source.Answers(choices);
        if (!years.IsSuccess)
        {
            return Result<PreparedExport>.Failed(years.Errors);
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var name = NameOf(source, choices);
        if (choices.Format == ExportFormats.Package || (choices.Format == ExportFormats.Excel && years.Value.Count == 1))
        {
            var written = new List<YearlyReport>();
            foreach (var year in years.Value)
            {
                var answers = StackedAnswers.Of(source.Survey, [year], source.Comparability, choices, today);
                var report = await reports.ExecuteAsync(
                    viewer,
                    new(source.Survey.Fund.Key, source.Survey.Survey.Key, year.Year.Value, null, Population.Everybody, choices.Language) { Answers = answers, Segments = [] },
                    cancellationToken);
                if (!report.IsSuccess)
                {
                    return Result<PreparedExport>.Failed(report.Errors);
                }

                written.Add(report.Value);
            }

            var rows = written.Sum(report => (long)report.Answers!.Values.RowCount);
            var columns = written.Max(report => report.Answers!.ColumnCount);
            var excel = reportWriters.Single(writer => writer.Format == ExportFormats.Excel);
            return choices.Format == ExportFormats.Package
                ? new PreparedExport(name + packages.FileExtension, packages.ContentType, rows, columns, (output, token) => packages.WriteAsync(written, output, token))
                {
                    Progress = () => Share(written.Select(report => report.Answers!), packages.Readings),
                }
                : new PreparedExport(name + excel.FileExtension, excel.ContentType, rows, columns, (output, token) => excel.WriteAsync(written[0], output, token))
                {
                    Progress = () => Share(written.Select(report => report.Answers!), AnswerWriter(ExportFormats.Excel).Readings),
                };
        }

        var set = StackedAnswers.Of(source.Survey, years.Value, source.Comparability, choices, today);
        var writer = AnswerWriter(choices.Format);
        return new PreparedExport(name + writer.FileExtension, writer.ContentType, set.Values.RowCount, set.ColumnCount, (output, token) => writer.WriteAsync(set, output, token))
        {
            Progress = () => Share([set], writer.Readings),
        };
    }

    private IAnswerWriter AnswerWriter(string format) => answerWriters.Single(writer => writer.Format == format);

    private PreparedExport Table(ExportSource source, ExportChoices choices, ReportTable rows, ReportTable? codebook, ReportWords words)
    {
        var writer = tableWriters.Single(known => known.Format == choices.Format);
        var (fund, survey) = (source.Survey.Fund.Name.In(choices.Language), source.Survey.Survey.Name.In(choices.Language));
        ImmutableArray<ReportFact> about =
        [
            new(words[ReportTexts.AboutFund], ReportCell.Of(fund)),
            new(words[ReportTexts.AboutSurvey], ReportCell.Of(survey)),
            new(words[ReportTexts.AboutYear], ReportCell.Of(string.Join(", ", choices.Years))),
            new(words[ReportTexts.AboutRows], ReportCell.Of(rows.Rows.Length)),
            new(words[ReportTexts.AboutHidden], ReportCell.Of(words.Format(ReportTexts.HiddenRule, words.Numbers.Count(source.Survey.Fund.MinimumCell)))),
            new(words[ReportTexts.AboutGenerated], ReportCell.Of(words.Numbers.Day(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)))),
        ];
        var table = new ExportedTable($"{fund}: {survey} {string.Join(", ", choices.Years)}", fund, choices.Language, about, rows, codebook);
        return new(
            NameOf(source, choices) + writer.FileExtension, writer.ContentType, rows.Rows.Length, rows.Columns.Length,
            (output, token) => writer.WriteAsync(table, output, token));
    }

    /// <summary>The questions of the years, each once, as the latest asked it.</summary>
    private static IEnumerable<Domain.Surveys.Question> Questions(ExportSource source, ExportChoices choices) => choices.Years.Reverse()
        .Select(year => source.History.Measured(new(year))).OfType<MeasuredWave>().SelectMany(wave => wave.Questionnaire.Questions)
        .DistinctBy(question => question.Code, StringComparer.OrdinalIgnoreCase);

    private static string NameOf(ExportSource source, ExportChoices choices)
    {
        var years = choices.Years.Length == 1 ? $"{choices.Years[0]}" : $"{choices.Years[0]}-{choices.Years[^1]}";
        return $"{source.Survey.Survey.Key}-{choices.Content.ToString().ToLowerInvariant()}-{years}-{choices.Language}";
    }

    private static double Share(IEnumerable<AnswerSet> sets, int readings)
    {
        var values = sets.Select(set => set.Values).ToList();
        return values.Sum(of => of.RowsRead) / (double)Math.Max(1, values.Sum(of => (long)of.RowCount) * readings);
    }
}

/// <summary>A file ready to be written.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="WriteAsync">Writes it.</param>
public sealed record PreparedExport(string FileName, string ContentType, long Rows, int Columns, Func<Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>How much of it is written, 0-1.</summary>
    public Func<double> Progress { get; init; } = () => 0;
}
