using System.Globalization;
using System.Security.Claims;
using Bunit;
using KassaSurvey.Application;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Infrastructure.Exports.Excel;
using KassaSurvey.Testing;
using KassaSurvey.Web.Components.Authoring;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace KassaSurvey.Web.Tests.Components.Authoring;

public sealed class EditorTests : IAsyncLifetime
{
    private readonly BunitContext _browser = new();
    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;
    private Wave _wave = null!;

    public async Task InitializeAsync()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
        _wave = await _survey.AddDraftAsync(2027);
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddLocalization().AddMudServices();
        _browser.Services.AddKassaUseCases();
        _browser.Services.AddSingleton(_database.Database);
        _browser.Services.AddSingleton<ITranslationFile, ExcelTranslationFile>();
        _browser.Services.AddScoped<ViewerProvider>();
        _browser.AddAuthorization().SetAuthorized("Anna").SetRoles(Role.SurveyManager).SetClaims(
            new Claim(StaffClaims.Fund, _survey.Fund.Id.Value.ToString(CultureInfo.InvariantCulture)), new Claim(StaffClaims.DisplayName, "Anna"));
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Move_ByItsButton_IsSaidAndCanBeTakenBack()
    {
        var page = Show(WaveUrls.Wave("member-satisfaction", 2027, WaveStep.Edit));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#question-MATTER")));
        Assert.Equal("true", page.Find("#up-MATTER").GetAttribute("aria-disabled"));
        var codes = Codes(page);
        var first = page.FindAll(".editor-questions").Skip(1).First(list => list.ChildElementCount > 1).Children[0].Id!["question-".Length..];
        var at = codes.IndexOf(first);

        await page.Find($"#down-{first}").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains($"{first} is now number {at + 2} of 29", page.Find(".editor-said").TextContent, StringComparison.Ordinal));
        Assert.Equal([codes[at + 1], first], Codes(page)[at..(at + 2)]);
        Assert.Contains($"moved {first}", page.Find("#editor-undo").TextContent, StringComparison.Ordinal);
        await page.Find("#editor-undo").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(codes, Codes(page)));
        Assert.Contains($"moved {first}", page.Find("#editor-redo").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_OfAQuestionThatDecidesAboutAnother_IsRefusedInWords()
    {
        var page = Show(WaveUrls.Wave("member-satisfaction", 2027, WaveStep.Edit));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#question-MATTER")));

        await page.Find("#question-MATTER button:last-of-type").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("CHANNELS", page.Find(".editor-bar [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.Find("#question-MATTER"));
    }

    [Fact]
    public async Task Edit_AfterSomebodyElse_ChangesNothingAndNamesThem()
    {
        var page = Show(WaveUrls.Wave("member-satisfaction", 2027, WaveStep.Edit));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#question-MATTER")));
        await EditAsync(new DraftEdit.RemoveQuestion("OPEN_DEV"));

        await page.Find("#question-IMG_TRUST button:last-of-type").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Bo", page.Find(".wave-stale").TextContent, StringComparison.Ordinal));
        Assert.Contains(await QuestionsAsync(), question => question.Content.Code == "IMG_TRUST");
    }

    [Fact]
    public async Task Translations_ThatAreMissingOrChanged_AreMarkedAndSavedAsTheyAreLeft()
    {
        var key = TextKey.Of("OVERALL", TextPart.Question);
        await EditAsync(new DraftEdit.SetText(key, "sv", ""));
        await EditAsync(new DraftEdit.SetText(TextKey.Of("IMG_TRUST", TextPart.Question), "fi", "Voiko kassaan luottaa?"));
        var page = Show(WaveUrls.Translation("member-satisfaction", 2027, "sv", openOnly: true));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".translation").Count));
        Assert.Contains("Missing", page.Find($"#{Id(key)}").TextContent, StringComparison.Ordinal);
        Assert.Contains("The source has changed", page.Find(".translation-stale").TextContent, StringComparison.Ordinal);

        await page.Find($"#{Id(key)} textarea").ChangeAsync("Vilket betyg ger du?");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".translation-current")));
        await page.Find(".translation-stale button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".translation-current").Count));
        Assert.Equal("Vilket betyg ger du?", (await QuestionsAsync()).Single(question => question.Content.Code == "OVERALL").Content.Text.In("sv"));
    }

    [Fact]
    public async Task Translation_AfterSomebodyElse_KeepsWhatWasTyped()
    {
        var page = Show(WaveUrls.Translation("member-satisfaction", 2027, "sv", openOnly: false));
        var field = $"#{Id(TextKey.Of("OVERALL", TextPart.Question))} textarea";
        page.WaitForAssertion(() => Assert.NotNull(page.Find(field)));
        await EditAsync(new DraftEdit.RemoveQuestion("OPEN_DEV"));

        await page.Find(field).ChangeAsync("Mitt förslag");
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".wave-stale")));
        await page.Find(".wave-stale button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".wave-stale")));
        Assert.Equal("Mitt förslag", page.Find(field).GetAttribute("value"));
        Assert.Contains("Not saved yet", page.Find($"#{Id(TextKey.Of("OVERALL", TextPart.Question))}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TranslationFile_WithBadRows_ListsThemByRowAndTakesTheRest()
    {
        var page = Show(WaveUrls.Translation("member-satisfaction", 2027, "sv", openOnly: false));
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".file-field")));
        using var file = new MemoryStream();
        await new ExcelTranslationFile().WriteAsync(
            new("Test", "fi", ["key", "fi", "sv"], [["Question.NOWHERE", "", "Nej"], ["Question.OVERALL", "", "Ett nytt betyg"], ["Question.HAN_SPEED", "", new('x', 1001)]]),
            file, default);

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file.ToArray(), "sv.xlsx"));

        page.WaitForAssertion(() => Assert.Contains("1 texts changed", page.Find("section [role=status] strong").TextContent, StringComparison.Ordinal));
        var refused = page.FindAll("[aria-labelledby=translation-problems] tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))).ToList();
        Assert.Equal(["2|Whole row|", "4|Svenska|"], refused.Select(row => row[..(row.LastIndexOf('|') + 1)]));
        Assert.All(refused, row => Assert.True(row.Length > row.LastIndexOf('|') + 10, row));
        Assert.Equal("Ett nytt betyg", (await QuestionsAsync()).Single(question => question.Content.Code == "OVERALL").Content.Text.In("sv"));
    }

    private static string Id(TextKey key) => WaveUrls.TextAnchor(key.ToString()).Replace(".", "\\.", StringComparison.Ordinal);

    private static List<string> Codes(IRenderedComponent<WavePage> page) =>
        [.. page.FindAll(".editor-question").Select(row => row.Id!["question-".Length..])];

    private IRenderedComponent<WavePage> Show(string address)
    {
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return _browser.Render<WavePage>(page => page.Add(it => it.Survey, "member-satisfaction").Add(it => it.Year, 2027));
    }

    private async Task EditAsync(DraftEdit edit)
    {
        var bo = Viewer.Staff(_survey.Fund.Id, "Bo", [Role.SurveyManager]);
        var read = (await new GetDraft(_database.Database, TimeProvider.System).ExecuteAsync(bo, _wave.Id, default)).Value;
        var edited = await new EditDraft(_database.Database, TimeProvider.System).ExecuteAsync(bo, new(_wave.Id, read.Revision, edit), default);
        Assert.Empty(edited.Errors);
    }

    private async Task<IEnumerable<DraftQuestion>> QuestionsAsync() => (await new GetDraft(_database.Database, TimeProvider.System).ExecuteAsync(
        Viewer.Staff(_survey.Fund.Id, "Bo", [Role.SurveyManager]), _wave.Id, default)).Value.Questions;
}
