using System.Reflection;
using System.Text.RegularExpressions;
using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Tests.Features.Reports;

public sealed partial class ReportTextsTests
{
    [Theory]
    [InlineData(typeof(ReportTexts))]
    [InlineData(typeof(NarrativeTexts))]
    public void Texts_InEveryLanguage_HaveTheSamePlaceholders(Type texts)
    {
        var read = texts.GetMethod("In")!;
        var keys = texts.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => field.Name).ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key =>
        {
            var english = Placeholders((string)read.Invoke(null, [Languages.English, key])!);
            Assert.All(Languages.All, language => Assert.Equal(english, Placeholders((string)read.Invoke(null, [language, key])!)));
        });
    }

    private static string[] Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
