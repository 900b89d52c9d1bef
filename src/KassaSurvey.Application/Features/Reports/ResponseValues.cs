using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>
/// The answers of a population row by row, for analysts: codes and numbers, no names, no open text. Reads the columns in place, year below
/// year, so that waves of any size cost no second copy.
/// </summary>
public sealed class ResponseValues
{
    /// <summary>Stands for "can't say"; below every scale and every option.</summary>
    public const double CantSay = -1;

    /// <summary>Stands for a question that was not asked. NaN stands for one that was shown and left empty.</summary>
    public const double NotAsked = -2;

    /// <summary>Fewest rows that must share a weight for weights to be handed out.</summary>
    private const int SharedWeight = 10;

    private readonly ImmutableArray<Block> _blocks;
    private long _rowsRead;

    private ResponseValues(ImmutableArray<string> columns, ImmutableArray<Block> blocks) => (Columns, _blocks) = (columns, blocks);

    /// <summary>Names of the columns: a question's code, or code and option for questions with several choices.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount => _blocks.Sum(block => block.RowCount);

    /// <summary>How many rows have been read so far, each time they are read: how far a file that is being written has come.</summary>
    public long RowsRead => Interlocked.Read(ref _rowsRead);

    /// <summary>The rows of the population.</summary>
    public IEnumerable<int> Rows
    {
        get
        {
            foreach (var block in _blocks)
            {
                for (var row = 0; row < block.Count; row++)
                {
                    if (block.Has(row))
                    {
                        Interlocked.Increment(ref _rowsRead);
                        yield return block.Start + row;
                    }
                }
            }
        }
    }

    /// <summary>Names of the columns that a question gets; none for open text.</summary>
    public static IEnumerable<string> ColumnsOf(Question question) => question.Kind switch
    {
        QuestionKind.OpenText => [],
        QuestionKind.Multiple => question.Options.Where(option => !option.IsCantSay).Select(option => $"{question.Code}.{option.Code}"),
        _ => [question.Code],
    };

    /// <summary>The answers of a population.</summary>
    public static ResponseValues Of(IEnumerable<Question> questions, ResponseColumns columns, Population population)
    {
        List<(string Name, Func<int, double> Read)> read = [.. questions.SelectMany(question => ReadersOf(question, columns))];
        if (MayGiveWeights(columns))
        {
            read.Add((ResponseVariable.Weight, row => columns.Weights[row]));
        }

        return new([.. read.Select(column => column.Name)], [new(0, columns.Count, population.Select(columns), [.. read.Select(column => column.Read)])]);
    }

    /// <summary>Years one below the other.</summary>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="years">Of each year: how many rows, and how each column is read; null where the year did not ask it.</param>
    internal static ResponseValues Stack(IEnumerable<string> columns, IEnumerable<(int Count, IEnumerable<Func<int, double>?> Readers)> years)
    {
        var (blocks, start) = (ImmutableArray.CreateBuilder<Block>(), 0);
        foreach (var (count, readers) in years)
        {
            blocks.Add(new(start, count, [], [.. readers.Select(reader => reader ?? (_ => NotAsked))]));
            start += count;
        }

        return new([.. columns], blocks.ToImmutable());
    }

    /// <summary>How the columns of a question are read; nothing when the wave did not ask it.</summary>
    internal static IEnumerable<(string Name, Func<int, double> Read)> ReadersOf(Question question, ResponseColumns columns)
    {
        if (columns.Codes.TryGetValue(question.Code, out var codes))
        {
            return ColumnsOf(question).Select(name => (name, (Func<int, double>)(row => FromCode(codes[row]))));
        }

        if (columns.Numbers.TryGetValue(question.Code, out var numbers))
        {
            return ColumnsOf(question).Select(name => (name, (Func<int, double>)(row => numbers[row])));
        }

        return columns.Choices.TryGetValue(question.Code, out var choices)
            ? ColumnsOf(question).Zip(question.Options.Where(option => !option.IsCantSay).Select(option => 1 << (option.Number - 1)), (name, bit) =>
                (name, (Func<int, double>)(row => FromChoices(choices[row], bit))))
            : [];
    }

    /// <summary>A weight that few share names their group, and with it whose row it is.</summary>
    internal static bool MayGiveWeights(ResponseColumns columns, DisclosureRule rule = default) => columns.Weights.Length > 0
        && columns.Weights.CountBy(weight => Math.Round(weight, 6)).All(same => same.Value >= Math.Max(SharedWeight, rule.FewestShown));

    /// <summary>True for a value that says why there is no answer.</summary>
    public static bool IsMissing(double value) => double.IsNaN(value) || value is CantSay or NotAsked;

    /// <summary>A value; <see cref="CantSay"/>, <see cref="NotAsked"/> or NaN when there is no answer.</summary>
    public double Read(int row, int column)
    {
        var place = _blocks.Length - 1;
        while (_blocks[place].Start > row)
        {
            place--;
        }

        return _blocks[place].Readers[column](row - _blocks[place].Start);
    }

    private static double FromCode(byte code) => code switch
    {
        MissingCode.CantSay => CantSay,
        MissingCode.NotAsked => NotAsked,
        MissingCode.LeftEmpty => double.NaN,
        _ => code,
    };

    private static double FromChoices(int choices, int bit) =>
        choices == MissingCode.AsChoices(MissingCode.CantSay) ? CantSay
        : choices == MissingCode.AsChoices(MissingCode.NotAsked) ? NotAsked
        : choices <= 0 ? double.NaN
        : (choices & bit) != 0 ? 1 : 0;

    /// <summary>The rows of one year.</summary>
    private sealed record Block(int Start, int Count, ulong[] Selection, ImmutableArray<Func<int, double>> Readers)
    {
        public int RowCount { get; } = Selection.Length == 0 ? Count : Enumerable.Range(0, Count).Count(row => Has(Selection, row));

        public bool Has(int row) => Has(Selection, row);

        private static bool Has(ulong[] selection, int row) => selection.Length == 0 || (selection[row / 64] >> (row % 64) & 1) != 0;
    }
}
