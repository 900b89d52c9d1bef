using System.Security.Cryptography.X509Certificates;
using KassaSurvey.Application.Data;
using Microsoft.AspNetCore.DataProtection;

namespace KassaSurvey.Web.Security;

/// <summary>The keys that cookies and forms are protected with: in the database, so that every server of an installation reads them.</summary>
public static class KeyRing
{
    /// <summary>Setting: a PKCS#12 file whose key encrypts the stored keys; without it the database holds them as they are.</summary>
    public const string CertificateSetting = "DataProtection:Certificate";

    /// <summary>Setting: the file's password.</summary>
    public const string PasswordSetting = "DataProtection:CertificatePassword";

    /// <summary>One name for every server of an installation, so that they read each other's cookies.</summary>
    private const string ApplicationName = "KassaSurvey";

    /// <summary>Adds the keys.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToDbContext<KassaDbContext>();
        if (configuration[CertificateSetting] is { Length: > 0 } file)
        {
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration[PasswordSetting]));
        }

        return services;
    }
}
