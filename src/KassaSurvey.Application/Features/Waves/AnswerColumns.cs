using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Waves;

/// <summary>
/// Turns the completed responses of a wave, kept as rows, into columns. Sealing writes these columns down;
/// an open wave is read through them directly, so both give the same results.
/// </summary>
internal static class AnswerColumns
{
    /// <summary>Reads all completed responses, in the order of their random ids: the order tells nothing.</summary>
    public static async Task<ResponseColumns> ReadAsync(
        KassaDbContext db, WaveId wave, Questionnaire questionnaire, string dataVersion, CancellationToken cancellationToken)
    {
        var completed = db.Responses.Where(response => response.WaveId == wave && response.Status == ResponseStatus.Completed);
        var responses = await completed.AsNoTracking()
            .OrderBy(response => response.Id)
            .Select(response => new { response.Id, response.Weight, response.DurationSeconds, response.Segments })
            .ToListAsync(cancellationToken);
        var rows = new Dictionary<ResponseId, int>(responses.Count);
        for (var row = 0; row < responses.Count; row++)
        {
            rows.Add(responses[row].Id, row);
        }

        var columns = new ColumnSet(questionnaire, responses.Count);
        var answers = db.Answers.AsNoTracking()
            .Join(completed, answer => answer.ResponseId, response => response.Id, (answer, _) => answer)
            .Select(answer => new { answer.ResponseId, answer.QuestionId, answer.State, answer.Code, answer.Number })
            .AsAsyncEnumerable();
        await foreach (var answer in answers.WithCancellation(cancellationToken))
        {
            // A response submitted after the list was read joins the next version.
            if (rows.TryGetValue(answer.ResponseId, out var row))
            {
                columns.Set(answer.QuestionId, row, new(answer.State, answer.Code, answer.Number, null));
            }
        }

        return columns.ToColumns(
            dataVersion,
            SegmentColumns.Of([.. responses.Select(response => response.Segments)]),
            responses.Exists(response => response.Weight is not null) ? [.. responses.Select(response => response.Weight ?? 1)] : [],
            responses.Exists(response => response.DurationSeconds is not null) ? [.. responses.Select(response => (ushort)(response.DurationSeconds ?? 0))] : []);
    }

    private sealed class ColumnSet
    {
        private readonly Dictionary<QuestionId, Question> _questions;
        private readonly Dictionary<QuestionId, byte[]> _codes = [];
        private readonly Dictionary<QuestionId, int[]> _choices = [];
        private readonly Dictionary<QuestionId, double[]> _numbers = [];
        private readonly int _count;

        public ColumnSet(Questionnaire questionnaire, int count)
        {
            _count = count;
            _questions = questionnaire.Questions.ToDictionary(question => question.Id);
            foreach (var question in questionnaire.Questions)
            {
                switch (question.Kind)
                {
                    case QuestionKind.OpenText:
                        break;
                    case QuestionKind.Multiple:
                        _choices[question.Id] = Filled(MissingCode.AsChoices(MissingCode.NotAsked));
                        break;
                    case QuestionKind.Number:
                        _numbers[question.Id] = Filled(double.NaN);
                        break;
                    default:
                        _codes[question.Id] = Filled(MissingCode.NotAsked);
                        break;
                }
            }
        }

        public void Set(QuestionId id, int row, AnswerValue answer)
        {
            if (_codes.TryGetValue(id, out var codes))
            {
                codes[row] = Code(_questions[id], answer);
            }
            else if (_choices.TryGetValue(id, out var choices))
            {
                choices[row] = answer.State == AnswerState.Given ? answer.Code : MissingCode.AsChoices(Missing(answer.State));
            }
            else if (_numbers.TryGetValue(id, out var numbers) && answer is { State: AnswerState.Given, Number: { } number })
            {
                numbers[row] = number;
            }
        }

        public ResponseColumns ToColumns(
            string dataVersion, ImmutableSortedDictionary<string, SegmentColumn> segments, double[] weights, ushort[] durations) => new()
        {
            Count = _count,
            DataVersion = dataVersion,
            Codes = ByCode(_codes),
            Choices = ByCode(_choices),
            Numbers = ByCode(_numbers),
            Segments = segments,
            Weights = weights,
            Durations = durations,
        };

        private static byte Code(Question question, AnswerValue answer) =>
            answer.State != AnswerState.Given ? Missing(answer.State)
            : question.Kind == QuestionKind.Single && question.Options.Any(option => option.IsCantSay && option.Number == answer.Code) ? MissingCode.CantSay
            : (byte)answer.Code;

        private static byte Missing(AnswerState state) => state == AnswerState.CantSay ? MissingCode.CantSay : MissingCode.LeftEmpty;

        private T[] Filled<T>(T value)
        {
            var column = new T[_count];
            Array.Fill(column, value);
            return column;
        }

        private ImmutableSortedDictionary<string, T> ByCode<T>(Dictionary<QuestionId, T> columns) =>
            columns.ToImmutableSortedDictionary(column => _questions[column.Key].Code, column => column.Value, StringComparer.OrdinalIgnoreCase);
    }
}
