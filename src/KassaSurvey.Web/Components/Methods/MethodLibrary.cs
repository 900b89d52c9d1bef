using System.Collections.Frozen;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KassaSurvey.Web.Components.Methods;

/// <summary>The documentation of every statistical method, as pages: what it answers, the formula, the choice, R, a worked number, limits.</summary>
public static class MethodLibrary
{
    /// <summary>The page that lists the others.</summary>
    public const string Index = "README";

    private const string Prefix = "methods/";
    private const string Extension = ".md";

    // Raw markup in the files would be shown as text: the pages come from the source tree, and still nothing is trusted twice.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    private static readonly Lazy<FrozenDictionary<string, MethodText>> Pages = new(() => typeof(MethodLibrary).Assembly
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read, StringComparer.OrdinalIgnoreCase));

    /// <summary>The names of all pages but the index.</summary>
    public static IEnumerable<string> Names => Pages.Value.Keys.Where(name => name != Index);

    /// <summary>The page of a method, or null when there is none.</summary>
    public static MethodText? Find(string name) => Pages.Value.GetValueOrDefault(name);

    private static MethodText Read(string resource)
    {
        using var stream = typeof(MethodLibrary).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var document = Markdown.Parse(reader.ReadToEnd(), Pipeline);
        var heading = document.OfType<HeadingBlock>().First(block => block.Level == 1);
        var title = string.Concat(heading.Inline!.Descendants<LiteralInline>());
        document.Remove(heading);
        foreach (var link in document.Descendants<LinkInline>())
        {
            Rewrite(link);
        }

        return new(title, document.ToHtml(Pipeline));
    }

    /// <summary>In the files pages point at each other by file name; here by address. Other files of the source tree stay words.</summary>
    private static void Rewrite(LinkInline link)
    {
        if (link.Url is not { } url || url.Contains("://", StringComparison.Ordinal))
        {
            return;
        }

        if (url.EndsWith(Extension, StringComparison.Ordinal) && !url.Contains('/', StringComparison.Ordinal))
        {
            var name = url[..^Extension.Length];
            link.Url = name == Index ? AppUrls.Methods : AppUrls.Method(name);
        }
        else
        {
            link.Url = AppUrls.Methods;
        }

        link.GetAttributes().AddPropertyIfNotExist("data-method", "");
    }
}

/// <summary>One page of the library.</summary>
/// <param name="Title">Its heading, as text.</param>
/// <param name="Html">Everything below the heading.</param>
public sealed record MethodText(string Title, string Html);
