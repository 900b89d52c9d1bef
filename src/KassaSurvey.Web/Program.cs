using KassaSurvey.Application;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Infrastructure.Persistence;
using KassaSurvey.Infrastructure.Security;
using KassaSurvey.Web.Endpoints;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>() ?? new();
settings.ConnectionString = builder.Configuration.GetConnectionString(DatabaseSettings.ConnectionName) ?? settings.ConnectionString;
builder.Services.AddSingleton<IKassaDatabase>(new KassaDatabase(settings));
builder.Services.AddSingleton<ILinkKey>(_ => new FileLinkKey(builder.Configuration[FileLinkKey.Setting], builder.Configuration["DataFolder"] ?? "data"));
builder.Services.AddKassaUseCases();
builder.Services.AddResponding();
// A request's address holds a member's token, and a stale form is no event: neither belongs in a log.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);

var app = builder.Build();
await app.Services.GetRequiredService<IKassaDatabase>().MigrateAsync(CancellationToken.None);
app.MapStaticAssets();
app.MapResponding();
await app.RunAsync();
