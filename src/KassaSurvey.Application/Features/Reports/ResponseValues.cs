using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>
/// The answers of a population row by row, as codes. Segments are left out: a few of them together can single a person out.
/// Reads the columns in place, so that a wave of any size costs no second copy.
/// </summary>
public sealed class ResponseValues
{
    /// <summary>Stands for "can't say"; below every scale and every option.</summary>
    public const double CantSay = -1;

    /// <summary>Stands for a question that was not asked. NaN stands for one that was shown and left empty.</summary>
    public const double NotAsked = -2;

    /// <summary>Fewest rows that must share a weight for weights to be handed out.</summary>
    private const int SharedWeight = 10;

    private readonly ImmutableArray<Func<int, double>> _readers;
    private readonly int _count;
    private readonly ulong[] _selection;

    private ResponseValues(ImmutableArray<string> columns, ImmutableArray<Func<int, double>> readers, int count, ulong[] selection)
    {
        Columns = columns;
        _readers = readers;
        _count = count;
        _selection = selection;
    }

    /// <summary>Names of the columns: a question's code, or code and option for questions with several choices.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The rows of the population.</summary>
    public IEnumerable<int> Rows => Enumerable.Range(0, _count).Where(row => _selection.Length == 0 || (_selection[row / 64] >> (row % 64) & 1) != 0);

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
        var names = ImmutableArray.CreateBuilder<string>();
        var readers = ImmutableArray.CreateBuilder<Func<int, double>>();
        foreach (var question in questions)
        {
            if (columns.Codes.TryGetValue(question.Code, out var codes))
            {
                names.AddRange(ColumnsOf(question));
                readers.Add(row => FromCode(codes[row]));
            }
            else if (columns.Numbers.TryGetValue(question.Code, out var numbers))
            {
                names.AddRange(ColumnsOf(question));
                readers.Add(row => numbers[row]);
            }
            else if (columns.Choices.TryGetValue(question.Code, out var choices))
            {
                names.AddRange(ColumnsOf(question));
                foreach (var option in question.Options.Where(option => !option.IsCantSay))
                {
                    var bit = 1 << (option.Number - 1);
                    readers.Add(row => FromChoices(choices[row], bit));
                }
            }
        }

        // A weight that few share names their group, and with it whose row it is.
        if (columns.Weights.Length > 0 && columns.Weights.CountBy(weight => Math.Round(weight, 6)).All(same => same.Value >= SharedWeight))
        {
            names.Add(ResponseVariable.Weight);
            readers.Add(row => columns.Weights[row]);
        }

        return new(names.ToImmutable(), readers.ToImmutable(), columns.Count, population.Select(columns));
    }

    /// <summary>True for a value that says why there is no answer.</summary>
    public static bool IsMissing(double value) => double.IsNaN(value) || value is CantSay or NotAsked;

    /// <summary>A value; <see cref="CantSay"/>, <see cref="NotAsked"/> or NaN when there is no answer.</summary>
    public double Read(int row, int column) => _readers[column](row);

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
}
