using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KassaSurvey.Application;

namespace KassaSurvey.Web.Tests.Conventions;

public sealed partial class TextsTests
{
    private static readonly string[] Translations = ["fi", "sv", "da"];

    private static readonly Assembly[] Assemblies = [typeof(Program).Assembly, typeof(ApplicationServices).Assembly];

    /// <summary>Paths of the neutral (English) files.</summary>
    public static TheoryData<string> Sets =>
    [
        .. Repository.Sources("*.resx")
            .Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Texts_InEveryLanguage_HaveTheSameKeysAndPlaceholders(string file)
    {
        var neutral = Read(file);
        foreach (var language in Translations)
        {
            var translated = Read(Path.ChangeExtension(file, $".{language}.resx"));
            Assert.Equal(neutral.Keys.Order(), translated.Keys.Order());
            Assert.All(neutral, text => Assert.Equal((text.Key, Placeholders(text.Value)), (text.Key, Placeholders(translated[text.Key]))));
            Assert.All(translated, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), $"{language}: {text.Key} is empty"));
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Texts_AndTheClassOfTheirKeys_HaveTheSameKeys(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var marker = Assert.Single(Assemblies.SelectMany(assembly => assembly.GetTypes()), type => type.Name == name && type.DeclaringType is null);

        var keys = marker.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(Read(file).Keys.Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("data")
        .ToDictionary(text => (string)text.Attribute("name")!, text => (string?)text.Element("value") ?? "");

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();
}
