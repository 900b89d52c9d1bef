using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Comments;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Comments;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>Comments of several years as a table, on the terms of docs/decisions/0029: closed waves, from ten on, by their words, codes hidden.</summary>
internal static class CommentTable
{
    /// <summary>How many comments of the years may be told.</summary>
    public static async Task<long> CountAsync(KassaDbContext db, ExportSource source, IEnumerable<int> years, CancellationToken cancellationToken)
    {
        var count = 0L;
        foreach (var (wave, question) in Questions(source, years))
        {
            var written = await WrittenComments.Of(db, wave.Id, question.Id).CountAsync(cancellationToken);
            count += written < ListComments.Floor ? 0 : written;
        }

        return count;
    }

    /// <summary>The comments.</summary>
    public static async Task<ReportTable> ReadAsync(
        KassaDbContext db, ExportSource source, IEnumerable<int> years, ReportWords words, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<ReportCell>>();
        foreach (var (wave, question) in Questions(source, years))
        {
            var written = await WrittenComments.Of(db, wave.Id, question.Id).InOrder().ToListAsync(cancellationToken);
            if (written.Count >= ListComments.Floor)
            {
                var year = ReportCell.Of(wave.Year.Value, 0, NumberStyle.Year);
                var (code, text) = (ReportCell.Of(question.Code), ReportCell.Of(question.Text.In(words.Language)));
                rows.AddRange(written.Select(comment => ImmutableArray.Create(year, code, text, ReportCell.Of(CommentMask.Of(comment)))));
            }
        }

        return new(
            "comments", words[ReportTexts.CommentsTitle],
            [
                new("year", words[ReportTexts.ColumnYear]),
                new("code", words[ReportTexts.ColumnCode]) { IsText = true },
                new("question", words[ReportTexts.ColumnQuestion]) { IsText = true },
                new("comment", words[ReportTexts.ColumnComment]) { IsText = true },
            ],
            rows.ToImmutable());
    }

    private static IEnumerable<(Results.WaveVersion Wave, Question Question)> Questions(ExportSource source, IEnumerable<int> years) =>
        from number in years
        where ReportingYear.IsValid(number)
        let year = new ReportingYear(number)
        let measured = source.Closed(year)
        where measured is not null
        from question in measured.Questionnaire.Questions
        where question.Kind == QuestionKind.OpenText
        select (source.History.Wave(year)!, question);
}
