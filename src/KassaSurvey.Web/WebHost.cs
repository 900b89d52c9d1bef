using KassaSurvey.Application;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Infrastructure;
using KassaSurvey.Infrastructure.Jobs;
using KassaSurvey.Web.Components;
using KassaSurvey.Web.Endpoints;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor.Services;

namespace KassaSurvey.Web;

/// <summary>The web application: its services and the order in which a request passes them.</summary>
public static class WebHost
{
    /// <summary>Where the site listens when nothing says otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The largest request body; uploads go through the circuit in small pieces.</summary>
    private const long LargestBody = 2 * 1024 * 1024;

    /// <summary>Builds the application, not started, its database not yet prepared.</summary>
    /// <param name="args">Settings as <c>--Section:Key=value</c>.</param>
    public static WebApplication Build(string[] args)
    {
        // Files lie beside the program wherever it is started from; data lies where it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        if (builder.Configuration["urls"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Logging.AddKassaLog();
        AddServices(builder.Services, builder.Configuration);
        var app = builder.Build();
        UsePipeline(app);
        MapEndpoints(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddKassaInfrastructure(configuration);
        services.AddKassaUseCases();
        services.AddKassaJobs(configuration);
        services.AddSingleton<IMemberAddresses, SiteAddress>();
        services.AddKeyRing(configuration);
        services.AddStaffAccounts();
        services.AddStaffSecurity();
        services.AddHttpsOutsideLoopback(configuration);
        services.AddKassaHealth();
        services.AddResponding();
        services.AddAccessibility();
        services.AddKassaApi();
        services.AddLocalization();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddResponseCompression(compression =>
        {
            // Packages' own style sheets and scripts come uncompressed. Pages stay as they are: compressing secrets leaks them.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/css", "text/javascript", "application/javascript"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages.English)
                .AddSupportedCultures([.. Languages.All])
                .AddSupportedUICultures([.. Languages.All]);
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = PreferenceEndpoints.LanguageCookie },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseKnownProxies();
        app.UseMiddleware<RequestLog>();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(AppUrls.Error, createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute(AppUrls.Status, createScopeForStatusCodePages: true);
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages(status => ApiProblem.AnswerAsync(status.HttpContext)));
        app.UseHttpsOutsideLoopback();
        // Members' pages end here: they know their own language and are not compressed.
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseResponseCompression();
        app.UseCookiePolicy();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<TemporaryPasswordGate>();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapKassaHealth();
        app.MapPreferences();
        app.MapAccount();
        app.MapReports();
        app.MapExports();
        app.MapSending();
        app.MapKassaApi();
        app.MapResponding();
        app.MapFaces();
        app.MapAuthoring();
        app.MapMembers();
        app.MapAccessibility();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        // A wrong address is "not found" to everybody, signed in or not.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
    }
}
