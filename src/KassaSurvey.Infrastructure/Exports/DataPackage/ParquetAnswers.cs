using System.Globalization;
using KassaSurvey.Application.Features.Reports;
using Parquet;
using Parquet.Schema;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>The answers for data platforms: a column a variable, codes as whole numbers, the rest as numbers, null where it was left empty.</summary>
internal static class ParquetAnswers
{
    private const int RowsAtATime = 65_536;

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
        foreach (var rows in values.Rows.Chunk(RowsAtATime))
        {
            using var group = writer.CreateRowGroup();
            for (var column = 0; column < fields.Length; column++)
            {
                if (report.Variables[column].IsCoded)
                {
                    var codes = Array.ConvertAll(rows, row => values.Read(row, column) is var value && double.IsNaN(value) ? null : (int?)value);
                    await group.WriteAsync<int>(fields[column], codes, null, null, cancellationToken);
                }
                else
                {
                    var numbers = Array.ConvertAll(rows, row => values.Read(row, column) is var value && double.IsNaN(value) ? null : (double?)value);
                    await group.WriteAsync<double>(fields[column], numbers, null, null, cancellationToken);
                }
            }

            group.CompleteValidate();
        }
    }
}
