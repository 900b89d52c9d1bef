using Deque.AxeCore.Commons;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Accessibility;

/// <summary>What a program can tell of a page: axe's findings (WCAG 2.2 A and AA, and good practice), and whether anything is cut.</summary>
internal static class PageCheck
{
    /// <summary>Read once and put into each document once: a page is checked at several widths.</summary>
    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>Texts that stick out of the screen or are clipped by their own box, and the width of a page that must be scrolled sideways.</summary>
    private const string CutTexts =
        """
        () => {
          const found = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} px wide on ${root.clientWidth}`);
          for (const element of document.body.querySelectorAll('*')) {
            if (element.closest('.visually-hidden, .skip, svg, option, .mud-input-outlined-border') || ![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
            const box = element.getBoundingClientRect();
            if (!box.width) continue;
            const style = getComputedStyle(element);
            const clips = style.overflowX !== 'visible' && element.tagName !== 'TEXTAREA';
            if (box.right > root.clientWidth + 1 || box.left < -1
                || (clips && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))) {
              found.push(`${element.tagName} "${element.textContent.trim().slice(0, 40)}" ${Math.round(box.left)}-${Math.round(box.right)}`);
            }
          }
          return found;
        }
        """;

    /// <summary>Only what is wrong is worked out to the last element: that is most of the time a check takes.</summary>
    private const string Violations =
        """
        async within => {
          const runOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
          const { violations } = await axe.run(within ?? document, { runOnly, resultTypes: ['violations'] });
          return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} ${node.html}`));
        }
        """;

    /// <summary>Fails with what axe finds.</summary>
    /// <param name="page">The page.</param>
    /// <param name="within">A part of it: an open dialog half covers what lies behind it.</param>
    public static async Task AssertCleanAsync(IPage page, string? within = null)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe.Value);
        }

        var found = await page.EvaluateAsync<string[]>(Violations, within);
        Assert.True(found.Length == 0, $"{Where(page)}\n{string.Join('\n', found)}");
    }

    /// <summary>axe and nothing sideways, on a narrow phone and on a desktop.</summary>
    public static async Task LookAsync(IPage page)
    {
        foreach (var width in new[] { Browser.Phone, Browser.Desktop })
        {
            await page.SetViewportSizeAsync(width, 800);
            // What is half under the bar at the top would count as a small target.
            await page.EvaluateAsync("() => scrollTo(0, 0)");
            await AssertCleanAsync(page);
            Assert.True(
                await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                $"{page.Url} scrolls sideways at {width} px");
        }
    }

    /// <summary>Fails when anything is cut or the page scrolls sideways.</summary>
    public static async Task AssertNothingCutAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>(CutTexts);
        Assert.True(found.Length == 0, $"{Where(page)}\n{string.Join('\n', found)}");
    }

    private static string Where(IPage page) => $"{new Uri(page.Url).PathAndQuery} at {page.ViewportSize!.Width} px";
}
