using System.Collections.Immutable;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>Answers of one year or several below each other, a column a lineage.</summary>
internal static class StackedAnswers
{
    /// <summary>The value of a segment's small categories together.</summary>
    private const int OtherValue = 901;

    /// <summary>The value of a segment that is left out because the combination is rare.</summary>
    private const int WithheldValue = 902;

    /// <summary>Puts them together; no answer is read before somebody writes them.</summary>
    public static AnswerSet Of(
        FoundSurvey survey, IReadOnlyList<AnsweredYear> years, Comparability comparability, ExportChoices choices, DateOnly today)
    {
        var words = new ReportWords(choices.Language);
        var columns = new List<(ResponseVariable Variable, List<Func<int, double>?> Readers)>();
        if (years.Count > 1)
        {
            columns.Add((
                new(ResponseVariable.Year, words[ReportTexts.ColumnYear], MeasureLevel.Scale, [], AllowsCantSay: false),
                [.. years.Select(year => (Func<int, double>)(_ => year.Year.Value))]));
        }

        var lineages = LineageColumns.Of(years, comparability);
        foreach (var lineage in lineages)
        {
            List<ResponseVariable> variables = [.. lineage.Variables(words)];
            var readers = years.Select(year => lineage.Readers(year, variables).ToList()).ToList();
            columns.AddRange(variables.Select((variable, i) => (variable, readers.Select(year => year[i]).ToList())));
        }

        columns.AddRange(SegmentColumns(years, choices.Segments, words));
        if (choices.WithWeights && GivesWeights(years))
        {
            columns.Add((ResponseVariable.WeightIn(words), [.. years.Select(year => year.Columns.Weights.Length == 0
                ? (Func<int, double>)(_ => 1)
                : row => year.Columns.Weights[row])]));
        }

        return new()
        {
            Language = choices.Language,
            Fund = survey.Fund.Name.In(choices.Language),
            Survey = survey.Survey.Name.In(choices.Language),
            Years = [.. years.Select(year => year.Year.Value)],
            GeneratedOn = today,
            DataVersion = string.Join(", ", years.Select(year => year.Columns.DataVersion)),
            Variables = [.. columns.Select(column => column.Variable)],
            Values = ResponseValues.Stack(
                columns.Select(column => column.Variable.Name),
                years.Select((year, i) => (year.Columns.Count, columns.Select(column => column.Readers[i])))),
            Codebook = ExportCodebook.Of(lineages, comparability, words),
            Labels = ExportCodebook.Labels(columns.Select(column => column.Variable), words),
            CantSay = words[ReportTexts.ColumnCantSay],
            NotAsked = words[ReportTexts.NotAsked],
            Form = choices.Form,
            TellsMissing = choices.TellsMissing,
        };
    }

    /// <summary>True when the years have weights and none of them would give somebody away.</summary>
    public static bool GivesWeights(IReadOnlyList<AnsweredYear> years) =>
        years.Any(year => year.Columns.Weights.Length > 0) && years.All(year => year.Columns.Weights.Length == 0 || year.MayGiveWeights);

    private static IEnumerable<(ResponseVariable Variable, List<Func<int, double>?> Readers)> SegmentColumns(
        IReadOnlyList<AnsweredYear> years, IEnumerable<string> segments, ReportWords words)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var segment in segments)
        {
            List<string> categories =
            [
                .. years.SelectMany(year => year.Columns.Segments.GetValueOrDefault(segment)?.Categories ?? []).Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
            if (categories.Count == 0)
            {
                continue;
            }

            var name = NameOf(segment);
            for (var number = 2; !taken.Add(name); number++)
            {
                name = $"{NameOf(segment)}_{number}";
            }

            yield return (
                new(name, segment, MeasureLevel.Nominal, Names(categories, words), AllowsCantSay: false),
                [.. years.Select(year => Reader(year, segment, categories))]);
        }
    }

    private static ImmutableArray<ResponseVariable.NamedValue> Names(List<string> categories, ReportWords words) =>
    [
        .. categories.Select((category, place) => new ResponseVariable.NamedValue(place + 1, category)),
        new(OtherValue, words[ReportTexts.SegmentOther]),
        new(WithheldValue, words[ReportTexts.SegmentWithheld]),
    ];

    private static Func<int, double>? Reader(AnsweredYear year, string segment, List<string> categories)
    {
        if (year.Columns.Segments.GetValueOrDefault(segment) is not { } column)
        {
            return _ => double.NaN;
        }

        double[] values = [.. column.Categories.Select(category => categories.IndexOf(category) + 1.0)];
        return row => year.Segments.Codes[segment][row] switch
        {
            CoarseSegments.Other => OtherValue,
            CoarseSegments.Unknown => double.NaN,
            CoarseSegments.Withheld => WithheldValue,
            var code => values[code],
        };
    }

    /// <summary>A name that every statistics program takes.</summary>
    private static string NameOf(string segment) =>
        ResponseVariable.SegmentPrefix + string.Concat(segment.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_'));
}
