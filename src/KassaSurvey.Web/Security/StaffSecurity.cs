using System.Threading.RateLimiting;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace KassaSurvey.Web.Security;

/// <summary>Signing in on the web: cookie, who may see what, and how fast passwords may be tried.</summary>
public static class StaffSecurity
{
    /// <summary>Rate limit of the pages that take a password or a code.</summary>
    public const string Credentials = nameof(Credentials);

    private const string CookieName = "kassa.staff";
    private const int PostsAMinute = 30;
    private static readonly TimeSpan SignedInFor = TimeSpan.FromHours(8);

    /// <summary>How soon a changed role, password or a deactivation reaches a person who is signed in.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    /// <summary>Adds the cookie, the policies and the set-up's guard.</summary>
    public static IServiceCollection AddStaffSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, ConfigureCookie);
        services.AddScoped<SignInManager<StaffUser>>();
        services.AddScoped<ISecurityStampValidator, SecurityStampValidator<StaffUser>>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Recheck);
        // Nothing is open unless it says so.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new(
            [new Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement()], []));
        services.AddScoped<AuthenticationStateProvider, RevalidatingStaff>();
        services.AddScoped<ViewerProvider>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<SetupState>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "kassa.form";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookiePolicyOptions>(options =>
            options.OnAppendCookie = cookie => cookie.CookieOptions.Secure = !cookie.Context.IsPlainLoopback());
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(Credentials, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new() { PermitLimit = PostsAMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
        return services;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = SignedInFor;
        options.SlidingExpiration = true;
        options.LoginPath = AppUrls.SignIn;
        options.AccessDeniedPath = AppUrls.AccessDenied;
        options.ReturnUrlParameter = AppUrls.ReturnParameter;
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            // An interviewer has no overview: signing in leads to the calls instead of to a refusal.
            var isHome = context.Request.Path == AppUrls.Overview && context.HttpContext.User.IsInRole(Role.Interviewer);
            context.Response.Redirect(isHome ? AppUrls.Interviews : context.RedirectUri);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = async context =>
        {
            // With nobody to sign in as, the first page asked for leads to the set-up.
            var setup = context.HttpContext.RequestServices.GetRequiredService<SetupState>();
            var isDone = await setup.IsDoneAsync(context.HttpContext.RequestAborted);
            context.Response.Redirect(isDone ? context.RedirectUri : AppUrls.Setup);
        };
    }
}
