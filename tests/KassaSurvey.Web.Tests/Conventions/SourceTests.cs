using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KassaSurvey.Web.Tests.Conventions;

public sealed partial class SourceTests
{
    [Theory]
    [InlineData("KassaSurvey.Statistics", "")]
    [InlineData("KassaSurvey.Domain", "KassaSurvey.Statistics")]
    [InlineData("KassaSurvey.Application", "KassaSurvey.Domain")]
    [InlineData("KassaSurvey.Infrastructure", "KassaSurvey.Application")]
    [InlineData("KassaSurvey.Web", "KassaSurvey.Infrastructure")]
    public void Project_References_AreAsDrawn(string project, string expected)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));

        var references = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

        Assert.Equal(expected, string.Join(", ", references));
    }

    [Theory]
    [InlineData("*.cs", 250)]
    [InlineData("*.razor", 150)]
    public void Files_OfTheProgram_AreShort(string pattern, int limit)
    {
        var tooLong = Repository.Sources(pattern)
            .Select(file => (Name: Path.GetFileName(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > limit);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Clock_IsAskedThroughTimeProviderOnly() =>
        Assert.DoesNotContain(
            Repository.Sources("*.cs").Concat(Repository.Sources("*.razor")), file => SystemClock().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void RespondingPages_UseNoMudBlazor()
    {
        var folder = Path.Combine("Components", "Responding");
        var pages = Repository.Sources("*.*").Where(file => file.Contains(folder, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.DoesNotContain(pages, file => File.ReadAllText(file).Contains("Mud", StringComparison.Ordinal));
    }

    [Fact]
    public void Program_IsReadableOnOneScreen() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "src", "KassaSurvey.Web", "Program.cs")).Count(), 1, 99);

    [GeneratedRegex(@"DateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex SystemClock();
}
