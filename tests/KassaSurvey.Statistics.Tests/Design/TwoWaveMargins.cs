using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

/// <summary>Age, sex and region of the synthetic waves against their population.</summary>
public static class TwoWaveMargins
{
    public static CalibrationMargin[] Of(int year)
    {
        var table = ReferenceTable.Read("synthetic/population_margins.csv");
        return [.. new[] { "age", "sex", "region" }.Select(variable =>
        {
            var rows = Enumerable.Range(0, table.Count).Where(row => table.Text(row, "variable") == variable).ToArray();
            var levels = rows.Select(row => table.Text(row, "level")).ToArray();
            return new CalibrationMargin(
                [.. TwoWaves.Texts(year, variable).Select(level => Array.IndexOf(levels, level))],
                [.. rows.Select(row => table.Number(row, "count"))]);
        })];
    }
}
