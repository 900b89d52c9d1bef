using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>What stands behind a row of figures: each with the name of its column.</summary>
/// <param name="Name">The row.</param>
/// <param name="Cells">The figures in order, with what each is of; they have formula, population and version in common.</param>
public sealed record HowComputedRow(string Name, IReadOnlyList<HowComputed> Cells) : IExplained
{
    /// <inheritdoc />
    public bool HasFigures => Cells.Any(cell => cell.HasFigures);

    /// <inheritdoc />
    public IEnumerable<HowComputed.Group> Groups(WaveResults results, IStringLocalizer<HowComputedTexts> texts, NumberText numbers)
    {
        List<HowComputed> shown = [.. Cells.Where(cell => cell.HasFigures)];
        return shown.Count == 0 ? [] : [shown[0].Groups(results, texts, numbers).First(), .. shown.SelectMany(Parts)];

        IEnumerable<HowComputed.Group> Parts(HowComputed cell)
        {
            var name = cell.CurrentName ?? Name;
            yield return new(name, [.. cell.FigureLines(texts, numbers)]);
            if (cell.ChangeLines(texts, numbers).ToList() is { Count: > 0 } change)
            {
                yield return new($"{name} · {texts[HowComputedTexts.Comparison]}", change);
            }
        }
    }

    /// <inheritdoc />
    public IEnumerable<string> Methods() => Cells.SelectMany(cell => cell.Methods()).Distinct();
}
