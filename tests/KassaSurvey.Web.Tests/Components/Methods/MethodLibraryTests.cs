using System.Text.RegularExpressions;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Web.Components.Dashboards;
using KassaSurvey.Web.Components.Methods;

namespace KassaSurvey.Web.Tests.Components.Methods;

public sealed partial class MethodLibraryTests
{
    public static TheoryData<string> Pages => [.. MethodLibrary.Names, MethodLibrary.Index];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_Links_LeadToPagesThatExist(string name)
    {
        var addresses = Address().Matches(MethodLibrary.Find(name)!.Html).Select(match => match.Groups[1].Value)
            .Where(address => address.StartsWith('/'));

        Assert.All(addresses, address => Assert.True(
            address == AppUrls.Methods || MethodLibrary.Find(address[(AppUrls.Methods.Length + 1)..]) is not null,
            $"{name} points at {address}"));
    }

    [Fact]
    public void Index_NamesEveryPage()
    {
        var index = MethodLibrary.Find(MethodLibrary.Index)!.Html;

        Assert.All(MethodLibrary.Names, name => Assert.Contains($"href=\"{AppUrls.Method(name)}\"", index, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_SaysFormulaChoiceAndLimits()
    {
        var difference = MethodLibrary.Find("difference")!;

        Assert.Equal("Difference of two means", difference.Title);
        Assert.Contains("Welch", difference.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", difference.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void HowComputed_Methods_HavePages()
    {
        var compared = new HowComputed("", new Reading.NoData(), null, new(Verdict.Unchanged, 0.15), FigureKind.Overall);

        Assert.All(compared.Methods(), method => Assert.NotNull(MethodLibrary.Find(method)));
    }

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Address();
}
