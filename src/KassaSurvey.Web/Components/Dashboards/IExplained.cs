using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>A figure, or a row of figures, that can say how it was computed.</summary>
public interface IExplained
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>False when everything in it is hidden or missing.</summary>
    bool HasFigures { get; }

    /// <summary>The lines, in groups.</summary>
    IEnumerable<HowComputed.Group> Groups(WaveResults results, IStringLocalizer<HowComputedTexts> texts, NumberText numbers);

    /// <summary>The methods behind it, as names of pages.</summary>
    IEnumerable<string> Methods();
}
