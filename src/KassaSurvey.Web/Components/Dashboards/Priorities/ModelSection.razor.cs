using System.Globalization;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards.Priorities;

/// <summary>One driver model in words, picture and table.</summary>
public sealed partial class ModelSection : ComponentBase
{
    [Parameter, EditorRequired]
    public required BasedDrivers Model { get; set; }

    [Parameter, EditorRequired]
    public required string Target { get; set; }

    [Parameter, EditorRequired]
    public required DriverNames Names { get; set; }

    /// <summary>The model's place among the others.</summary>
    [Parameter, EditorRequired]
    public required int Place { get; set; }

    [Parameter, EditorRequired]
    public required string Language { get; set; }

    [Inject]
    public required IStringLocalizer<DashboardTexts> D { get; set; }

    private NumberText Numbers => NumberText.In(Language);

    private string Id => "model-" + Place.ToString(CultureInfo.InvariantCulture);

    private string Heading => D[Model.IsByQuestion ? DashboardTexts.ModelByQuestion : DashboardTexts.ModelWith, Names.Of(Model.Area!)];

    /// <summary>What the model says of the area it is about, before it is unfolded.</summary>
    private string Short => Model.Reading is not DriverReading.Reported reported ? D[DashboardTexts.NoAdvice]
        : reported.Drivers.FirstOrDefault(driver => driver.Code == Model.Area) is not { } own ? ""
        : D[DriverFigures.NameOf(own.Quadrant)] + (own.CrossesBorder ? $" ({D[DashboardTexts.NotCertain]})" : "");

    /// <summary>Why there are no figures.</summary>
    private string Why => Model.Reading switch
    {
        DriverReading.Weak weak => D[DashboardTexts.WeakModel, Numbers.Percent(weak.Model.RSquared), Names.Of(Target), Numbers.Percent(weak.Needed), Numbers.Count(weak.Model.N)],
        DriverReading.TooFewCases few => D[DashboardTexts.TooFewCases, Numbers.Count(few.Complete), Numbers.Count(DriverAnalysis.FewestCases)],
        DriverReading.TooFewDrivers => D[DashboardTexts.TooFewDrivers],
        DriverReading.NoVariation constant => D[DashboardTexts.NoVariation, Names.Of(constant.Code)],
        DriverReading.NotSeparable pair => D[DashboardTexts.NotSeparable, Names.Of(pair.First), Names.Of(pair.Second)],
        DriverReading.NotConverged => D[DashboardTexts.NotConverged],
        DriverReading.Suppressed { Reason: SuppressionReason.TooFewAnswers } => D[DashboardTexts.ModelTooFew],
        DriverReading.Suppressed => D[DashboardTexts.ModelWouldReveal],
        _ => D[DashboardTexts.ModelNoData],
    };

    private List<string> Notes(DriverReading.Reported reported)
    {
        var ties = reported.Ties.Select(pair => D[DashboardTexts.TiePair, Names.Of(pair.First), Names.Of(pair.Second)].Value).ToList();
        return [.. ties.Count > 0 ? [D[DashboardTexts.Tie, string.Join("; ", ties)].Value] : Array.Empty<string>(), .. reported.Warnings.Select(Note)];
    }

    private string Note(DriverWarning warning)
    {
        var names = warning.Codes.Select(Names.Of).ToList();
        return warning.Kind switch
        {
            DriverWarningKind.Collinear => D[DashboardTexts.WarnCollinear, names[0], names[^1]],
            DriverWarningKind.NegativeWeight => D[DashboardTexts.WarnNegativeWeight, string.Join(", ", names)],
            DriverWarningKind.EffectIncludesZero => D[DashboardTexts.WarnEffectIncludesZero, string.Join(", ", names)],
            DriverWarningKind.JohnsonForLmg => D[DashboardTexts.WarnJohnson],
            DriverWarningKind.DiscardedReplicates => D[DashboardTexts.WarnDiscarded],
            _ => D[DashboardTexts.WarnNegativeEffect, string.Join(", ", names)],
        };
    }
}
