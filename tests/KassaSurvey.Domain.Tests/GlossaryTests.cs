using System.Reflection;
using System.Text.RegularExpressions;
using KassaSurvey.Application;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Domain.Releases;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Tests;

/// <summary>docs/glossary.md stays true: four languages in each row, and names that exist.</summary>
public partial class GlossaryTests
{
    private static readonly Term[] Terms = [.. File.ReadLines(FindGlossary()).Where(IsTerm).Select(Term.Parse)];

    private static readonly ILookup<string, Type> Types =
        new[] { typeof(Wave).Assembly, typeof(Estimate).Assembly, typeof(ApplicationServices).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .ToLookup(type => type.Name, StringComparer.Ordinal);

    [Fact]
    public void Glossary_EachTerm_HasFourLanguagesAndAName()
    {
        Assert.True(Terms.Length > 60);
        Assert.All(Terms, term => Assert.True(
            term.Words.Length == 4 && term.Words.All(word => word.Length > 0) && term.Names.Length > 0,
            $"{term.Words.FirstOrDefault()} lacks a language or a name"));
    }

    [Fact]
    public void Glossary_EachNameInCode_Exists() =>
        Assert.All(Terms.SelectMany(term => term.Names), name => Assert.True(Exists(name), $"{name} is not in the code"));

    [Fact]
    public void Glossary_EachTerm_StandsOnce() => Assert.Empty(
        Terms.GroupBy(term => term.Words[0], StringComparer.OrdinalIgnoreCase).Where(term => term.Count() > 1).Select(term => term.Key));

    [Theory]
    [InlineData(typeof(Verdict))]
    [InlineData(typeof(QuestionKind))]
    [InlineData(typeof(WaveStatus))]
    [InlineData(typeof(Confidentiality))]
    [InlineData(typeof(SuppressionReason))]
    [InlineData(typeof(DriverQuadrant))]
    [InlineData(typeof(QuestionChange))]
    [InlineData(typeof(TranslationState))]
    [InlineData(typeof(DeliveryStatus))]
    [InlineData(typeof(ReleaseState))]
    public void Glossary_EnumThatPeopleRead_HasARowForEachValue(Type type)
    {
        var named = Terms.SelectMany(term => term.Names).ToHashSet(StringComparer.Ordinal);

        Assert.All(Enum.GetNames(type), value => Assert.Contains($"{type.Name}.{value}", named));
    }

    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        return parts.Length == 1
            ? Types.Contains(name)
            : Types[parts[0]].Any(type => type.GetMember(parts[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0);
    }

    private static bool IsTerm(string line) =>
        line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| English", StringComparison.Ordinal);

    private static string FindGlossary()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KassaSurvey.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs", "glossary.md");
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    private sealed record Term(string[] Words, string[] Names)
    {
        public static Term Parse(string line)
        {
            string[] cells = [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
            return new(cells[..^1], [.. Name().Matches(cells[^1]).Select(match => match.Groups[1].Value)]);
        }
    }
}
