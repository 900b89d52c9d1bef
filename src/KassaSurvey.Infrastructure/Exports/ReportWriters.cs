using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Answers;
using KassaSurvey.Infrastructure.Exports.DataPackage;
using KassaSurvey.Infrastructure.Exports.Excel;
using KassaSurvey.Infrastructure.Exports.Pdf;
using KassaSurvey.Infrastructure.Exports.PowerPoint;
using KassaSurvey.Infrastructure.Exports.Spss;
using KassaSurvey.Infrastructure.Exports.TripleS;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Infrastructure.Exports;

/// <summary>Registers the formats of reports, of exports and of translation files.</summary>
public static class ReportWriters
{
    /// <summary>Adds every writer.</summary>
    public static IServiceCollection AddReportWriters(this IServiceCollection services)
    {
        services.AddSingleton<IReportWriter, PdfReportWriter>();
        services.AddSingleton<IReportWriter, ExcelReportWriter>();
        services.AddSingleton<IReportWriter, PowerPointReportWriter>();
        services.AddSingleton<IReportWriter, CsvReportWriter>();
        services.AddSingleton<IReportWriter, SpssReportWriter>();
        services.AddSingleton<IReportWriter, DataPackageWriter>();
        services.AddSingleton<IPackageWriter, DataPackageWriter>();
        services.AddSingleton<IAnswerWriter, ExcelAnswerWriter>();
        services.AddSingleton<IAnswerWriter, CsvAnswerWriter>();
        services.AddSingleton<IAnswerWriter, SpssReportWriter>();
        services.AddSingleton<IAnswerWriter, ParquetAnswerWriter>();
        services.AddSingleton<IAnswerWriter, TripleSAnswerWriter>();
        services.AddSingleton<ITableWriter, ExcelTableWriter>();
        services.AddSingleton<ITableWriter, CsvTableWriter>();
        services.AddSingleton<ITranslationFile, ExcelTranslationFile>();
        return services;
    }
}
