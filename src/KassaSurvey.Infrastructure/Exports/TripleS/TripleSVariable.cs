using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.TripleS;

/// <summary>A variable as Triple-S knows it. Its codes begin at 0, so the reasons why there is no answer get codes above all others.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its label.</param>
/// <param name="Columns">The columns of the answers it is read from: one, or one for each choice.</param>
/// <param name="Values">Its codes in order and what each is called; empty for amounts.</param>
/// <param name="CantSay">The code of "can't say"; 0 when there is none.</param>
/// <param name="NotAsked">The code of a question that was not asked; 0 when there is none.</param>
internal sealed record TripleSVariable(
    string Name, string Label, IReadOnlyList<int> Columns, IReadOnlyList<(int Code, string Label)> Values, int CantSay, int NotAsked)
{
    /// <summary>Codes of reasons that no scale and few lists reach.</summary>
    private const int FirstReason = 98;

    /// <summary>True for several choices in one field.</summary>
    public bool IsMultiple { get; private init; }

    /// <summary>True for amounts.</summary>
    public bool IsQuantity => !IsMultiple && Values.Count == 0;

    /// <summary>True for the weights.</summary>
    public bool IsWeight => Name == ResponseVariable.Weight;

    /// <summary>The variables of the answers, in their order.</summary>
    public static IReadOnlyList<TripleSVariable> Of(AnswerSet answers)
    {
        var variables = new List<TripleSVariable>();
        for (var column = 0; column < answers.Variables.Length; column++)
        {
            var variable = answers.Variables[column];
            if (variable.ChoiceOf is not { } choice)
            {
                variables.Add(Single(answers, variable, column));
            }
            else if (variables.FindIndex(known => known.IsMultiple && known.Name == choice.Code) is >= 0 and var place)
            {
                // The options of a question need not stand beside each other.
                variables[place] = variables[place] with { Columns = [.. variables[place].Columns, column] };
            }
            else
            {
                variables.Add(new(choice.Code, choice.Question, [column], [], 0, 0) { IsMultiple = true });
            }
        }

        return [.. variables.Select(variable => variable.IsMultiple ? WithChoices(answers, variable) : variable)];
    }

    private static TripleSVariable Single(AnswerSet answers, ResponseVariable variable, int column)
    {
        // Codes of which nobody knows the list are written as numbers.
        if (!variable.IsCoded || (variable.Scale is null && variable.Values.IsEmpty))
        {
            return new(variable.Name, variable.Label, [column], [], 0, 0);
        }

        var names = variable.Values.ToDictionary(value => (int)value.Value, value => value.Label);
        var codes = variable.Measure == MeasureLevel.Ordinal ? Steps(variable) : names.Keys.Order();
        List<(int Code, string Label)> values = [.. codes.Select(code => (code, names.GetValueOrDefault(code) is { } name ? name : $"{code}"))];
        var reason = Math.Max(FirstReason, values.Max(value => value.Code) + 1);
        return WithReasons(answers, variable, new(variable.Name, variable.Label, [column], values, 0, 0), reason, reason + 1);
    }

    /// <summary>Every step of a scale, named or not.</summary>
    private static IEnumerable<int> Steps(ResponseVariable variable)
    {
        var (lowest, highest) = variable.Scale is { } scale
            ? ((int)scale.Minimum, (int)scale.Maximum)
            : ((int)variable.Values.Min(value => value.Value), (int)variable.Values.Max(value => value.Value));
        return Enumerable.Range(lowest, highest - lowest + 1);
    }

    private static TripleSVariable WithChoices(AnswerSet answers, TripleSVariable variable)
    {
        var options = variable.Columns.Select((column, place) => (place + 1, answers.Variables[column].ChoiceOf!.Option)).ToList();
        return WithReasons(answers, answers.Variables[variable.Columns[0]], variable with { Values = options }, options.Count + 1, options.Count + 2);
    }

    private static TripleSVariable WithReasons(AnswerSet answers, ResponseVariable asked, TripleSVariable variable, int cantSay, int notAsked)
    {
        if (!asked.IsQuestion || !answers.TellsMissing)
        {
            return variable;
        }

        List<(int, string)> values = [.. variable.Values];
        if (asked.AllowsCantSay)
        {
            values.Add((cantSay, answers.CantSay));
        }

        // In a string of choices the code is the place, so it stays the same with and without "can't say".
        values.Add((notAsked, answers.NotAsked));
        return variable with { Values = values, CantSay = asked.AllowsCantSay ? cantSay : 0, NotAsked = notAsked };
    }
}
