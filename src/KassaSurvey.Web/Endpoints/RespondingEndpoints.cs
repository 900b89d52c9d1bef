using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticAssets.Infrastructure;

namespace KassaSurvey.Web.Endpoints;

/// <summary>The pages that members answer on: plain requests and forms, no circuit, no script needed.</summary>
public static class RespondingEndpoints
{
    /// <summary>Longest request taken: the longest open texts of a page, percent-encoded, and room to spare.</summary>
    public const int MaximumBody = 256 * 1024;

    /// <summary>Adds what the answering pages need beside the use cases.</summary>
    public static IServiceCollection AddResponding(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<RespondingLimits>();
        services.AddSingleton<PageTemplates>();
        services.AddSingleton<RespondingPages>();
        return services;
    }

    /// <summary>Maps <c>/s/{token}</c> and <c>/answer/{handle}/…</c>. Call it after <c>MapStaticAssets</c>.</summary>
    public static IEndpointRouteBuilder MapResponding(this IEndpointRouteBuilder endpoints)
    {
        var members = endpoints.MapGroup("")
            .AllowAnonymous()
            .AddEndpointFilter(RespondingHeaders.AddAsync)
            .AddEndpointFilter(LimitGetAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaximumBody), AssetsOf(endpoints), new QuietLog());

        // Nobody signs in here, and a form is checked by its own seal: what comes after routing is for staff.
        members.ShortCircuit();

        // Catch-all: a link that a mail program mangled still gets the kind page.
        members.MapGet("/s/{**token}", RespondingLanding.ShowAsync);
        members.MapPost("/s/{**token}", RespondingLanding.StartAsync);
        members.MapGet("/s/{token}/" + EntryWay.Route, RespondingLanding.ShowAsync);
        members.MapPost("/s/{token}/" + EntryWay.Route, RespondingLanding.StartAsync);
        members.MapGet(AppUrls.Letter, LetterEndpoints.Show);
        members.MapPost(AppUrls.Letter, LetterEndpoints.PostAsync);
        members.MapGet(AppUrls.Portal + "/{fund}", PortalEndpoints.OpenAsync);
        members.MapGet("/answer/{handle}/done", RespondingAnswers.ThankAsync);
        members.MapGet("/answer/{handle}/{page?}", RespondingAnswers.ShowAsync);
        members.MapPost("/answer/{handle}/{page}", RespondingAnswers.SaveAsync);
        members.MapGet("/u/{token}", OptOutEndpoints.ShowAsync);
        members.MapPost("/u/{token}", OptOutEndpoints.PostAsync);
        members.MapGet(AppUrls.Receipt, ReceiptEndpoints.Show);
        members.MapPost(AppUrls.Receipt, ReceiptEndpoints.PostAsync);
        return endpoints;
    }

    /// <summary>A POST has something to lose: its endpoint looks at the limits itself.</summary>
    private static ValueTask<object?> LimitGetAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsPost(http.Request.Method) || http.RequestServices.GetRequiredService<RespondingLimits>().Allow(http)
            ? next(context)
            : new(RespondingPages.TooMany(http));
    }

    /// <summary>
    /// Lets the pages name stylesheet and script by fingerprint, so that browsers keep them for good and ask for a changed one at once.
    /// Without a map of static assets (a test host) the plain names are used.
    /// </summary>
    internal static ResourceAssetCollection AssetsOf(IEndpointRouteBuilder endpoints) =>
        StaticAssetsEndpointDataSourceHelper.HasStaticAssetsDataSource(endpoints)
            ? new([.. StaticAssetsEndpointDataSourceHelper.ResolveStaticAssetDescriptors(endpoints, null)
                .Select(asset => (asset.Route, Label: asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value))
                .Where(asset => asset.Label is "respond.css" or "respond.js")
                .DistinctBy(asset => asset.Label)
                .Select(asset => new ResourceAsset(asset.Route, [new ResourceAssetProperty("label", asset.Label!)]))])
            : ResourceAssetCollection.Empty;
}
