using System.Globalization;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Exports;
using Parquet;
using Parquet.Schema;

namespace KassaSurvey.Infrastructure.Exports.Answers;

/// <summary>
/// The answers for data platforms: a column a variable, codes as whole numbers or in words, the rest as numbers, null where there is nothing.
/// </summary>
internal static class ParquetAnswers
{
    private const int RowsAtATime = 32_768;

    public static async Task WriteAsync(AnswerSet answers, Stream output, CancellationToken cancellationToken)
    {
        List<Column> columns = [.. answers.Variables.SelectMany((variable, place) => ColumnsOf(answers, variable, place))];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(column => column.Field)), output, null, false, cancellationToken);
        writer.CustomMetadata = new Dictionary<string, string>
        {
            ["fund"] = answers.Fund,
            ["survey"] = answers.Survey,
            ["year"] = string.Join(", ", answers.Years),
            ["data_version"] = answers.DataVersion,
            ["rows"] = answers.Values.RowCount.ToString(CultureInfo.InvariantCulture),
            ["rows_sha256"] = await AnswerChecksum.OfAsync(answers, cancellationToken),
            ["missing"] = answers.TellsMissing ? "-1 can't say, -2 not asked, null left empty" : "null: no answer",
        };
        // The same arrays for every column of every group: memory does not grow with the rows.
        var (codes, numbers, texts) = (new int?[RowsAtATime], new double?[RowsAtATime], new string?[RowsAtATime]);
        foreach (var rows in answers.Values.Rows.Chunk(RowsAtATime))
        {
            using var group = writer.CreateRowGroup();
            foreach (var column in columns)
            {
                if (column.Labels is { } labels)
                {
                    Read(rows, column, texts, value => labels.GetValueOrDefault(value) ?? value.ToString(CultureInfo.InvariantCulture));
                    await group.WriteAsync(column.Field, new ArraySegment<string>(texts!, 0, rows.Length));
                }
                else if (answers.Variables[column.Place].IsCoded)
                {
                    Read(rows, column, codes, value => (int)value);
                    await group.WriteAsync<int>(column.Field, codes.AsMemory(0, rows.Length), null, null, cancellationToken);
                }
                else
                {
                    Read(rows, column, numbers, value => value);
                    await group.WriteAsync<double>(column.Field, numbers.AsMemory(0, rows.Length), null, null, cancellationToken);
                }
            }

            group.CompleteValidate();
        }

        void Read<T>(int[] rows, Column column, T?[] into, Func<double, T?> convert)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                into[i] = answers.Read(rows[i], column.Place) is var value && double.IsNaN(value) ? default : convert(value);
            }
        }
    }

    private static IEnumerable<Column> ColumnsOf(AnswerSet answers, ResponseVariable variable, int place)
    {
        var names = answers.NamesOf(variable);
        if (answers.Form != ValueForm.Labels || names.Count == 0)
        {
            yield return new(variable.IsCoded ? new DataField<int?>(variable.Name) : new DataField<double?>(variable.Name), place, null);
        }

        if (answers.Form != ValueForm.Codes && names.Count > 0)
        {
            yield return new(
                new DataField<string>(answers.Form == ValueForm.Both ? variable.Name + CsvAnswers.LabelSuffix : variable.Name), place,
                names.ToDictionary(name => name.Value, name => name.Label));
        }
    }

    private sealed record Column(DataField Field, int Place, Dictionary<double, string>? Labels);
}
