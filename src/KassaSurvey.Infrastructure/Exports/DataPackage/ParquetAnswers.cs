using System.Globalization;
using KassaSurvey.Application.Features.Reports;
using Parquet;
using Parquet.Schema;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>The answers for data platforms: a column a variable, codes as whole numbers, the rest as numbers, null where it was left empty.</summary>
internal static class ParquetAnswers
{
    private const int RowsAtATime = 32_768;

    public static async Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken)
    {
        var values = report.Values!;
        DataField[] fields =
        [
            .. report.Variables.Select(variable => variable.IsCoded ? (DataField)new DataField<int?>(variable.Name) : new DataField<double?>(variable.Name)),
        ];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), output, null, false, cancellationToken);
        writer.CustomMetadata = new Dictionary<string, string>
        {
            ["fund"] = report.Fund,
            ["survey"] = report.Survey,
            ["year"] = report.Year.Value.ToString(CultureInfo.InvariantCulture),
            ["data_version"] = report.DataVersion,
            ["missing"] = "-1 can't say, -2 not asked, null left empty",
        };
        // The same two arrays for every column of every group: memory does not grow with the rows.
        var (codes, numbers) = (new int?[RowsAtATime], new double?[RowsAtATime]);
        foreach (var rows in values.Rows.Chunk(RowsAtATime))
        {
            using var group = writer.CreateRowGroup();
            for (var column = 0; column < fields.Length; column++)
            {
                if (report.Variables[column].IsCoded)
                {
                    Read(values, rows, column, codes, value => (int)value);
                    await group.WriteAsync<int>(fields[column], codes.AsMemory(0, rows.Length), null, null, cancellationToken);
                }
                else
                {
                    Read(values, rows, column, numbers, value => value);
                    await group.WriteAsync<double>(fields[column], numbers.AsMemory(0, rows.Length), null, null, cancellationToken);
                }
            }

            group.CompleteValidate();
        }
    }

    private static void Read<T>(ResponseValues values, int[] rows, int column, T?[] into, Func<double, T> convert)
        where T : struct
    {
        for (var i = 0; i < rows.Length; i++)
        {
            into[i] = values.Read(rows[i], column) is var value && double.IsNaN(value) ? null : convert(value);
        }
    }
}
