using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Infrastructure.Exports;
using KassaSurvey.Infrastructure.Imports;
using KassaSurvey.Infrastructure.Letters;
using KassaSurvey.Infrastructure.Mail;
using KassaSurvey.Infrastructure.Persistence;
using KassaSurvey.Infrastructure.Security;
using KassaSurvey.Infrastructure.Sms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Infrastructure;

/// <summary>Registers everything with a vendor's name.</summary>
public static class InfrastructureServices
{
    /// <summary>Setting: the folder of the database file, keys and everything else that the program keeps.</summary>
    public const string DataFolderSetting = "Data:Folder";

    private const string DefaultDataFolder = "data";
    private const string DatabaseFile = "kassa.db";

    /// <summary>Adds the database on the configured provider, the link key and the report writers.</summary>
    public static IServiceCollection AddKassaInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        // Read when first asked for: a host can still add configuration after this line.
        services.AddSingleton(_ => DatabaseSettingsOf(configuration));
        services.AddSingleton<IKassaDatabase, KassaDatabase>();
        services.AddSingleton<ILinkKey>(_ => new FileLinkKey(configuration[FileLinkKey.Setting], DataFolderOf(configuration)));
        services.AddHostedService<WriteAheadLogUpkeep>();
        services.AddReportWriters();
        services.AddSingleton(_ => configuration.GetSection(MailSettings.Section).Get<MailSettings>() ?? new());
        services.AddSingleton<IMailSender, SmtpTransport>();
        services.AddSingleton(_ => configuration.GetSection(SmsSettings.Section).Get<SmsSettings>() ?? new());
        services.AddSingleton<ISmsSender, HttpSmsTransport>();
        services.AddSingleton<IBounceMailbox, ImapBounceMailbox>();
        services.AddSingleton<IMemberWorkbook, ExcelMemberWorkbook>();
        services.AddSingleton<ILetterWriter, PdfLetterWriter>();
        services.AddSingleton<ILetterWriter, CsvLetterWriter>();
        return services;
    }

    /// <summary>The data folder, relative to where the program was started unless the setting is an absolute path.</summary>
    public static string DataFolderOf(IConfiguration configuration) =>
        configuration[DataFolderSetting] is { Length: > 0 } folder ? folder : DefaultDataFolder;

    private static DatabaseSettings DatabaseSettingsOf(IConfiguration configuration)
    {
        var settings = configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>() ?? new();
        settings.ConnectionString = configuration.GetConnectionString(DatabaseSettings.ConnectionName) is { Length: > 0 } given
            ? given
            : $"Data Source={Path.Combine(DataFolderOf(configuration), DatabaseFile)}";
        return settings;
    }
}
