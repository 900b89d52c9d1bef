using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>Imports figures that the fund published for years whose answers are not here. A figure that is there is replaced.</summary>
public sealed class ImportPublishedFigures(IKassaDatabase database, TimeProvider time)
{
    /// <summary>What to import where.</summary>
    /// <param name="FundKey">The fund.</param>
    /// <param name="SurveyKey">The survey.</param>
    public sealed record Command(string FundKey, string SurveyKey)
    {
        /// <summary>Checks the file and changes nothing.</summary>
        public bool DryRun { get; init; }

        /// <summary>What to do when there are bad rows.</summary>
        public BadRows BadRows { get; init; } = BadRows.TakeNothing;
    }

    /// <summary>Imports a file.</summary>
    /// <param name="viewer">Who imports.</param>
    /// <param name="command">What to import where.</param>
    /// <param name="content">The file; a stream that can seek. It stays open.</param>
    /// <param name="cancellationToken">Stops the work; nothing is imported then.</param>
    public async Task<Result<PublishedReport>> ExecuteAsync(
        Viewer viewer, Command command, Stream content, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.Funds.SingleOrDefaultAsync(row => row.Key == command.FundKey, cancellationToken) is not { } fund)
        {
            return WaveErrors.FundNotFound(command.FundKey);
        }

        if (await db.Surveys.SingleOrDefaultAsync(row => row.FundId == fund.Id && row.Key == command.SurveyKey, cancellationToken) is not { } survey)
        {
            return WaveErrors.SurveyNotFound(command.SurveyKey);
        }

        var issues = new ImportIssues();
        var (count, figures) = await ReadAsync(db, survey, content, issues, cancellationToken);
        var held = await db.PublishedFigures.Where(row => row.SurveyId == survey.Id).ToDictionaryAsync(Identity, cancellationToken);
        var (added, changes) = Apply(db, survey, figures, held);
        var mustRefuse = issues.StopImport || (figures.Count < count && command.BadRows == BadRows.TakeNothing);
        var isNew = added + changes.Length > 0;
        if (isNew && !mustRefuse && !command.DryRun)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // The rows are valid, so only another import of the same figures at the same time can be in the way.
                return ImportErrors.WaveChanged();
            }
        }

        var outcome = command.DryRun ? ImportOutcome.Checked
            : mustRefuse ? ImportOutcome.Refused
            : isNew ? ImportOutcome.Imported
            : ImportOutcome.NothingNew;
        return new PublishedReport(
            outcome, count, added, changes, figures.Count - added - changes.Length, count - figures.Count, issues);
    }

    private static (int Year, string Code) Identity(PublishedFigure figure) => (figure.Year.Value, figure.QuestionCode.ToUpperInvariant());

    private static (int Added, ImmutableArray<FigureChange> Changes) Apply(
        KassaDbContext db, Survey survey, List<FigureRow> rows, Dictionary<(int Year, string Code), PublishedFigure> held)
    {
        var added = 0;
        var changes = ImmutableArray.CreateBuilder<FigureChange>();
        foreach (var row in rows)
        {
            if (!held.TryGetValue((row.Year.Value, row.QuestionCode.ToUpperInvariant()), out var figure))
            {
                figure = PublishedFigure.Create(survey, row.Year, row.QuestionCode);
                row.Publish(figure);
                db.PublishedFigures.Add(figure);
                added++;
            }
            else if (!row.SaysTheSameAs(figure))
            {
                changes.Add(new(row.Year.Value, figure.QuestionCode, figure.Mean, row.Mean));
                row.Publish(figure);
            }
        }

        return (added, changes.ToImmutable());
    }

    private async Task<(int Count, List<FigureRow> Good)> ReadAsync(
        KassaDbContext db, Survey survey, Stream content, ImportIssues issues, CancellationToken cancellationToken)
    {
        var figures = new List<FigureRow>();
        var (source, problem) = await CsvSource.InspectAsync(content, _ => { }, cancellationToken);
        if (source is null)
        {
            issues.AddStopping(problem!);
            return (0, figures);
        }

        var count = 0;
        using var rows = source.Open();
        if (await rows.ReadAsync(cancellationToken))
        {
            var columns = FigureColumns.Read(ImportPass.Headings(rows), rows.Line, issues);
            var reader = await ReaderAsync(db, survey, columns, issues, cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                count++;
                if (reader.Read(rows) is { } figure)
                {
                    figures.Add(figure);
                }
            }
        }
        else if (rows.Problem is null)
        {
            issues.AddStopping(ImportIssue.Of(0, ImportErrors.EmptyFile()));
            return (0, figures);
        }

        if (rows.Problem is not null || count == 0)
        {
            issues.AddStopping(rows.Problem ?? ImportIssue.Of(0, ImportErrors.NoRows()));
        }

        return (count, figures);
    }

    private async Task<FigureRowReader> ReaderAsync(
        KassaDbContext db, Survey survey, FigureColumns columns, ImportIssues issues, CancellationToken cancellationToken)
    {
        var asked = await db.Waves.Where(wave => wave.SurveyId == survey.Id)
            .SelectMany(wave => wave.Questions, (wave, question) => new { wave.Id, wave.Year, question.Code })
            .ToListAsync(cancellationToken);
        var withAnswers = await db.Waves.Where(wave => wave.SurveyId == survey.Id
                && db.Responses.Any(response => response.WaveId == wave.Id && response.Status == ResponseStatus.Completed))
            .Select(wave => wave.Id)
            .ToListAsync(cancellationToken);
        var known = BuiltInQuestionnaire.Questions.Select(question => question.Code)
            .Concat(asked.Select(question => question.Code))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var answered = asked.Where(question => withAnswers.Contains(question.Id))
            .Select(question => (question.Year.Value, question.Code.ToUpperInvariant()))
            .ToHashSet();
        return new(columns, known, answered, time.GetUtcNow().AddHours(14).Year, issues);
    }
}
