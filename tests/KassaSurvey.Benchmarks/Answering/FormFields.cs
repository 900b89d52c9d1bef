using System.Net;

namespace KassaSurvey.Benchmarks.Answering;

/// <summary>A form of a page, filled in at random as a member would, with its last button pressed.</summary>
/// <param name="Action">Where it posts.</param>
/// <param name="Fields">What it posts.</param>
public sealed record FormFields(string Action, List<KeyValuePair<string, string>> Fields)
{
    private const double WritesText = 0.4;
    private const double TicksBox = 0.3;
    private const double SkipsQuestion = 0.08;

    /// <summary>Reads and fills the first form that posts; null when the page has none.</summary>
    public static FormFields? Read(string page, Random random)
    {
        var start = page.IndexOf("<form", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = page.IndexOf("</form>", start, StringComparison.Ordinal);
        var form = new FormFields(WebUtility.HtmlDecode(Attribute(Tag(page, start), "action") ?? ""), []);
        var radios = new Dictionary<string, List<string>>();
        KeyValuePair<string, string>? button = null;
        for (var at = page.IndexOf('<', start + 1); at >= 0 && at < end; at = page.IndexOf('<', at + 1))
        {
            var tag = Tag(page, at);
            if (Attribute(tag, "name") is not { } name)
            {
                continue;
            }

            var value = WebUtility.HtmlDecode(Attribute(tag, "value") ?? "");
            if (tag.StartsWith("<button", StringComparison.Ordinal))
            {
                button = new(name, value);
            }
            else if (tag.StartsWith("<textarea", StringComparison.Ordinal))
            {
                form.Fields.Add(new(name, random.NextDouble() < WritesText ? "Vastaus nopeammin, kiitos – answers faster & in plain words. " : ""));
            }
            else if (tag.Contains("type=\"radio\"", StringComparison.Ordinal))
            {
                (radios.TryGetValue(name, out var values) ? values : radios[name] = []).Add(value);
            }
            else if (!tag.Contains("type=\"checkbox\"", StringComparison.Ordinal))
            {
                form.Fields.Add(new(name, value));
            }
            // One box at most: an option may stand alone.
            else if (random.NextDouble() < TicksBox && !form.Fields.Exists(field => field.Key == name && field.Value.Length > 0))
            {
                form.Fields.Add(new(name, value));
            }
        }

        foreach (var (name, values) in radios)
        {
            var chosen = values.Where(value => value.Length > 0).ToList();
            form.Fields.Add(new(name, random.NextDouble() < SkipsQuestion ? "" : chosen[random.Next(chosen.Count)]));
        }

        if (button is { } pressed)
        {
            form.Fields.Add(pressed);
        }

        return form;
    }

    private static ReadOnlySpan<char> Tag(string page, int start) => page.AsSpan(start, page.IndexOf('>', start) - start);

    private static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var value = tag[(at + name.Length + 3)..];
        return value[..value.IndexOf('"')].ToString();
    }
}
