using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using KassaSurvey.Application.Features.Responding;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Which rendering of a form's pages: everything that its fixed bytes depend on.</summary>
/// <param name="Language">The language.</param>
/// <param name="Standing">First page, page to go on from, or thanks; in progress for pages of questions.</param>
/// <param name="Number">The page's number; 0 for a page without questions.</param>
/// <param name="Position">Its place among the pages shown.</param>
/// <param name="Count">How many are shown.</param>
/// <param name="Shown">The questions shown on it; on the first page, how the member came to it.</param>
internal readonly record struct PageKey(string Language, LinkStanding Standing, int Number, int Position, int Count, string Shown)
{
    public PageKey(string language, LinkStanding standing)
        : this(language, standing, 0, 0, 0, "")
    {
    }

    public PageKey(ViewPage.View view)
        : this(
            view.Language, LinkStanding.InProgress, view.Number, view.Position, view.Count,
            string.Join(',', view.Items.Select(item => item.Question.Order)))
    {
    }
}

/// <summary>
/// Shows pages from templates, so that a component is rendered once for thousands of members. Templates live as long as the form
/// they were made of: a corrected wording comes with a new form.
/// </summary>
internal sealed class PageTemplates(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<PageTemplates> log)
{
    /// <summary>Setting: false renders every page anew, to compare.</summary>
    public const string Setting = "Responding:Templates";

    /// <summary>Most templates of one form: some ten pages in four languages, several ways each. Beyond that pages are rendered.</summary>
    private const int MostOfAForm = 600;

    private readonly bool _isOn = configuration.GetValue(Setting, defaultValue: true);
    private readonly ConditionalWeakTable<SurveyForm, ConcurrentDictionary<PageKey, Lazy<Task<PageTemplate?>>>> _forms = [];

    /// <summary>The page of one member.</summary>
    /// <param name="http">The request.</param>
    /// <param name="form">The form it belongs to.</param>
    /// <param name="key">Which rendering.</param>
    /// <param name="filling">What is the member's own.</param>
    /// <param name="render">The page as its component renders it.</param>
    public async Task<IResult> ShowAsync<TPage>(
        HttpContext http, SurveyForm form, PageKey key, Filling filling, Func<Filling, RazorComponentResult<TPage>> render)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        if (!_isOn)
        {
            return render(filling);
        }

        var pages = _forms.GetValue(form, _ => []);
        if (!pages.TryGetValue(key, out var made))
        {
            if (pages.Count >= MostOfAForm)
            {
                return render(filling);
            }

            var endpoint = http.GetEndpoint();
            made = pages.GetOrAdd(key, _ => new(() => MakeAsync(form, key, endpoint, render)));
        }

        return await made.Value is { } template ? new TemplatePage(template, filling) : render(filling);
    }

    private async Task<PageTemplate?> MakeAsync<TPage>(
        SurveyForm form, PageKey key, Endpoint? endpoint, Func<Filling, RazorComponentResult<TPage>> render)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var orders = key.Shown.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var questions = form.Questionnaire.Questions.Where(question => orders.Contains($"{question.Order}")).ToList();
        try
        {
            var template = await PageTemplateMaker.MakeAsync(questions, filling => RenderAsync(render(filling), endpoint));
            if (template is null)
            {
                log.LogWarning("Page {Page} in {Language} is rendered for each member: its markup does not fit a template", key.Number, key.Language);
            }

            return template;
        }
#pragma warning disable CA1031 // Whatever is wrong with a template, the page itself can be shown.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The template of page {Page} in {Language} could not be made", key.Number, key.Language);
            return null;
        }
    }

    /// <summary>Renders in a request of its own, so that no member's request is mixed up in what others get.</summary>
    private async Task<byte[]> RenderAsync(IResult page, Endpoint? endpoint)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Scheme = Uri.UriSchemeHttp;
        http.Request.Host = new("localhost");
        http.Request.Path = "/";
        http.Response.Body = body;
        http.SetEndpoint(endpoint);
        await page.ExecuteAsync(http);
        return body.ToArray();
    }

    private sealed class TemplatePage(PageTemplate template, Filling filling) : IResult
    {
        [ThreadStatic]
        private static ArrayBufferWriter<byte>? _buffer;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            // Written beside first: with its length known, the page goes out in one piece.
            var buffer = _buffer ??= new(64 * 1024);
            buffer.ResetWrittenCount();
            template.Write(filling, buffer);
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            httpContext.Response.ContentLength = buffer.WrittenCount;
            httpContext.Response.BodyWriter.Write(buffer.WrittenSpan);
            return Task.CompletedTask;
        }
    }
}
