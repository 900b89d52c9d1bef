using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>What is in the package, for the person who opens it first. In English, as the columns and scripts are.</summary>
internal static class PackageReadme
{
    public static string Of(YearlyReport report, AnswerSet answers) => $"""
        {report.Fund}: {report.Survey} {report.Year}
        Data version {report.DataVersion}, made on {report.GeneratedOn:yyyy-MM-dd}

        answers.csv      one row a response; codes; -1 can't say, -2 not asked, empty: asked and left empty
        answers.sav      the same for SPSS, PSPP, R (haven), Stata, JASP, jamovi, with labels in the report's language
        answers.parquet  the same for data platforms (DuckDB, Spark, pandas, Power BI)
        codebook.csv     each question: wording, scale, values, base
        labels.csv       what each value is called
        ddi.xml          the same as DDI-Codebook 2.5, for archives
        results.csv      the report's own figures
        read.R           computes them again in R and stops if one differs by more than 0.000001
        read.sps         the same means in SPSS or PSPP
        read.do          the same means in Stata
        manifest.json    rows, columns, and the SHA-256 of every file

        Open answers are not in it. {Known(answers)}
        A weight column is there when at least ten responses share each weight.

        """.ReplaceLineEndings("\r\n");

    private static string Known(AnswerSet answers) => answers.Variables.Any(variable => variable.IsSegment)
        ? "Columns segment_* say what the fund knew of the member, coarsened where it could single a person out."
        : "Nor is what the fund knew of the member (region, age, benefit).";
}
