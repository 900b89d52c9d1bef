using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>
/// A question through the years under one name. Its column goes on as long as an answer means the same: from another scale or another question on,
/// older years stand in a column of their own, named after the last year that asked it so.
/// </summary>
internal sealed class LineageColumns
{
    private readonly List<(AnsweredYear Year, Question Question)> _asked;

    private LineageColumns(string name, AnsweredYear year, Question question) => (Name, _asked) = (name, [(year, question)]);

    /// <summary>The question's code; with a year behind it where the code later meant something else.</summary>
    public string Name { get; }

    /// <summary>The question as it was last asked under this name.</summary>
    public Question Latest => _asked[0].Question;

    /// <summary>The years that asked it, oldest first.</summary>
    public IEnumerable<ReportingYear> Years => _asked.Select(asked => asked.Year.Year).Reverse();

    /// <summary>The lineages of all questions but open ones, those of the latest year first and in its order.</summary>
    public static List<LineageColumns> Of(IReadOnlyList<AnsweredYear> years, Comparability comparability)
    {
        var lineages = new List<LineageColumns>();
        foreach (var year in years.OrderByDescending(year => year.Year))
        {
            foreach (var question in year.Questions.Where(question => question.Kind != QuestionKind.OpenText))
            {
                // The oldest of the same code so far is the one this year's could continue.
                var open = lineages.FindLast(lineage => string.Equals(lineage.Latest.Code, question.Code, StringComparison.OrdinalIgnoreCase));
                if (open is not null && open.Continues(year.Year, question, comparability))
                {
                    open._asked.Add((year, question));
                }
                else
                {
                    lineages.Add(new(open is null ? question.Code : $"{question.Code}_{year.Year}", year, question));
                }
            }
        }

        return lineages;
    }

    /// <summary>The variables, with every option that any year offered.</summary>
    public IEnumerable<ResponseVariable> Variables(ReportWords words)
    {
        var variables = ResponseVariable.Of(Latest, words).Select(variable => variable with
        {
            Name = Name + variable.Name[Latest.Code.Length..], ChoiceOf = variable.ChoiceOf is { } choice ? choice with { Code = Name } : null,
        });
        var lost = LostOptions().ToList();
        return Latest.Kind switch
        {
            QuestionKind.Multiple => variables.Concat(lost.Select(option => new ResponseVariable(
                $"{Name}.{option.Code}", $"{Latest.Text.In(words.Language)}: {option.Label.In(words.Language)}", MeasureLevel.Nominal,
                [new(1, words[ReportTexts.Yes]), new(0, words[ReportTexts.No])], AllowsCantSay: true)
            {
                ChoiceOf = new(Name, Latest.Text.In(words.Language), option.Label.In(words.Language)),
            })),
            QuestionKind.Single => variables.Select(variable => variable with
            {
                Values = [.. variable.Values, .. lost.Select((option, i) => new ResponseVariable.NamedValue(FirstFree + i, option.Label.In(words.Language)))],
            }),
            _ => variables,
        };
    }

    /// <summary>How each variable of a year is read; null where the year did not ask it.</summary>
    public IEnumerable<Func<int, double>?> Readers(AnsweredYear year, IEnumerable<ResponseVariable> variables)
    {
        var question = _asked.Find(asked => asked.Year == year).Question;
        if (question is null)
        {
            return variables.Select(_ => (Func<int, double>?)null);
        }

        var readers = ResponseValues.ReadersOf(question, year.Columns).ToDictionary(
            reader => Name + reader.Name[question.Code.Length..], reader => reader.Read, StringComparer.OrdinalIgnoreCase);
        var numbers = question.Kind == QuestionKind.Single ? Renumbered(question) : null;
        return variables.Select(variable => readers.GetValueOrDefault(variable.Name) is not { } read ? null
            : numbers is null ? read
            : row => read(row) is var value && numbers.TryGetValue(value, out var number) ? number : value);
    }

    private int FirstFree => Latest.Options.Max(option => option.Number) + 1;

    private bool Continues(ReportingYear year, Question question, Comparability comparability) =>
        Latest.Kind == question.Kind && Latest.Scale == question.Scale
        && comparability.Between(question.Code, year, _asked[^1].Year.Year) <= QuestionChange.SmallEdit;

    /// <summary>Options that only earlier years offered.</summary>
    private IEnumerable<AnswerOption> LostOptions() => _asked.SelectMany(asked => asked.Question.Options)
        .Where(option => !option.IsCantSay && Latest.Option(option.Code) is null).DistinctBy(option => option.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The numbers that a year's options have in the column: those of the latest year, by the options' codes.</summary>
    private Dictionary<double, double> Renumbered(Question question)
    {
        List<string> lost = [.. LostOptions().Select(option => option.Code)];
        return question.Options.Where(option => !option.IsCantSay).ToDictionary(
            option => (double)option.Number,
            option => Latest.Option(option.Code) is { } known ? known.Number
                : FirstFree + (double)lost.FindIndex(code => string.Equals(code, option.Code, StringComparison.OrdinalIgnoreCase)));
    }
}
