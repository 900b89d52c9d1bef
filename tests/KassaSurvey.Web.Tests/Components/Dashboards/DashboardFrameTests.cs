using System.Globalization;
using Bunit;
using KassaSurvey.Application;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Testing;
using KassaSurvey.Web.Components.Dashboards;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace KassaSurvey.Web.Tests.Components.Dashboards;

/// <summary>The states of a page of results, each its own: what failed never looks like what is not there.</summary>
public sealed class DashboardFrameTests : IAsyncLifetime
{
    private readonly BunitContext _browser = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddLocalization().AddMudServices();
        _browser.Services.AddKassaUseCases();
        _browser.Services.AddSingleton(_database.Database);
        _browser.Services.AddScoped<ViewerProvider>();
        var person = _browser.AddAuthorization();
        person.SetAuthorized("Manager");
        person.SetRoles(Role.Manager);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void WhileReading_ThePageShowsItsShape()
    {
        InEnglish();
        var page = Render(new TaskCompletionSource<Error?>().Task);

        Assert.Equal("true", page.Find(".state-loading").GetAttribute("aria-busy"));
        Assert.Empty(page.FindAll(".content, .state-failed, .state-empty"));
    }

    [Fact]
    public async Task AQueryThatFails_SaysSo_AndIsTriedAgain()
    {
        InEnglish();
        var answers = new Queue<Task<Error?>>([Task.FromException<Error?>(new TimeoutException("The database did not answer.")), Task.FromResult<Error?>(null)]);
        var page = _browser.Render<TestPage>(parameters => parameters.Add(shown => shown.Read, () => answers.Dequeue()));

        page.WaitForAssertion(() => Assert.NotNull(page.Find(".state-failed[role=alert]")));
        Assert.Empty(page.FindAll(".content, .state-empty"));
        await page.Find(".state-failed button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("figures", page.Find(".content").TextContent));
        Assert.Empty(page.FindAll(".state-failed"));
    }

    [Fact]
    public void NothingYet_TellsWhatToDo_AndAnUnknownYear_WhatIsWrong()
    {
        InEnglish();
        var nothing = Render(Task.FromResult<Error?>(ResultErrors.NothingYet("member-satisfaction")));
        nothing.WaitForAssertion(() => Assert.NotNull(nothing.Find(".state-empty")));
        Assert.Empty(nothing.FindAll(".content, .state-failed, .mud-alert"));

        var unknown = Render(Task.FromResult<Error?>(Domain.Surveys.WaveErrors.YearNotFound("member-satisfaction", 1999)));
        unknown.WaitForAssertion(() => Assert.Contains("1999", unknown.Find(".mud-alert").TextContent, StringComparison.Ordinal));
        Assert.Empty(unknown.FindAll(".content, .state-failed, .state-empty"));
    }

    // In the test's own flow: what is set while a test is prepared does not reach it.
    private static void InEnglish() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    private IRenderedComponent<TestPage> Render(Task<Error?> read) =>
        _browser.Render<TestPage>(parameters => parameters.Add(shown => shown.Read, () => read));

    private sealed class TestPage : DashboardPage
    {
        [Microsoft.AspNetCore.Components.Parameter]
        public required Func<Task<Error?>> Read { get; set; }

        protected override Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken) => Read();

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<DashboardFrame>(0);
            builder.AddComponentParameter(1, nameof(DashboardFrame.Page), this);
            builder.AddComponentParameter(2, nameof(DashboardFrame.Title), "Test");
            builder.AddComponentParameter(3, nameof(DashboardFrame.HasTools), false);
            builder.AddComponentParameter(
                4, nameof(DashboardFrame.ChildContent), (Microsoft.AspNetCore.Components.RenderFragment)(content => content.AddMarkupContent(0, "<p class=\"content\">figures</p>")));
            builder.CloseComponent();
        }
    }
}
