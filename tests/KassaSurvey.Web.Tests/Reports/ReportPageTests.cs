using System.Net;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>The page of the yearly report as each role gets it.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class ReportPageTests(DemonstrationSite site)
{
    [Theory]
    [InlineData(Role.Analyst, true)]
    [InlineData(Role.SurveyManager, true)]
    [InlineData(Role.Manager, false)]
    public async Task Page_ByRole_OffersWhatTheRoleMayDo(string role, bool mayWrite)
    {
        var page = (await (await site.SignInAsync(role)).GetAsync("/report?year=2020")).Document;

        Assert.Equal(mayWrite, page.QuerySelector(".ks-sentences button") is not null);
        Assert.Equal(mayWrite, page.QuerySelectorAll("h3").Any(heading => heading.TextContent.StartsWith("Freeze version", StringComparison.Ordinal)));
        Assert.Contains("6.23", page.QuerySelector(".ks-sentences")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_InAnotherLanguage_IsMarkedAsThatLanguage_AndTheFilesFollow()
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/report?year=2020&language=fi")).Document;

        var sentence = page.QuerySelector(".ks-sentences p")!;
        Assert.Equal("fi", sentence.GetAttribute("lang"));
        Assert.Contains("6,23", sentence.TextContent, StringComparison.Ordinal);
        Assert.Equal(Languages.All.Count, page.QuerySelectorAll(".ks-report-languages a").Length);
        Assert.All(page.QuerySelectorAll("a[href^='/reports/']"), link => Assert.Contains("language=fi", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filtered_ShowsTheTextOfThoseMembers_AndNothingToEditOrRelease()
    {
        var page = (await (await site.SignInAsync(Role.Analyst)).GetAsync("/report?year=2020&where=region%3AUusimaa")).Document;

        Assert.NotNull(page.QuerySelector(".ks-sentences"));
        Assert.Null(page.QuerySelector(".ks-sentences button"));
        Assert.Null(page.QuerySelector("#releases"));
    }

    [Fact]
    public async Task OpenWave_CannotBeFrozen_AndSaysWhy()
    {
        var page = (await (await site.SignInAsync(Role.Analyst)).GetAsync("/report?year=2026")).Document;

        Assert.DoesNotContain(page.QuerySelectorAll("h3"), heading => heading.TextContent.StartsWith("Freeze version", StringComparison.Ordinal));
        Assert.Contains("in the field", page.QuerySelector("section[aria-labelledby=releases]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chapters_NamedInTheAddress_AreThoseOfTheFile()
    {
        var browser = await site.SignInAsync(Role.Manager);

        var whole = await browser.Client.GetByteArrayAsync(new Uri("/reports/pptx?year=2020&language=en", UriKind.Relative));
        var part = await browser.Client.GetByteArrayAsync(new Uri("/reports/pptx?year=2020&language=en&chapters=summary,nonsense", UriKind.Relative));

        Assert.True(part.Length < whole.Length / 2, $"{part.Length} of {whole.Length} bytes");
    }

    [Theory]
    [InlineData(Role.Manager, HttpStatusCode.NotFound)]
    [InlineData(Role.Interviewer, HttpStatusCode.Redirect)]
    public async Task ReleasedFile_ThatIsNotThere_OrNotForThisRole(string role, HttpStatusCode expected)
    {
        var answer = await (await site.SignInAsync(role)).Client.GetAsync(new Uri("/releases/1/fi/pdf", UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }
}
