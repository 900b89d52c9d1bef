using System.Globalization;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards.Groups;

/// <summary>Areas by group as a table; each heading orders the areas, each cell leads to the area for that group.</summary>
public sealed partial class HeatTableView : ComponentBase
{
    [Parameter, EditorRequired]
    public required HeatTable Table { get; set; }

    [Parameter, EditorRequired]
    public required SurveyBreakdown Breakdown { get; set; }

    [Parameter, EditorRequired]
    public required OverviewAddress Address { get; set; }

    [Parameter, EditorRequired]
    public required string? By { get; set; }

    [Parameter, EditorRequired]
    public required string? With { get; set; }

    /// <summary>The column that orders the areas; null = the survey's order.</summary>
    [Parameter, EditorRequired]
    public required int? Sort { get; set; }

    [Parameter, EditorRequired]
    public required IStringLocalizer Texts { get; set; }

    [Parameter, EditorRequired]
    public required string Language { get; set; }

    private string Name(SegmentGroup group) => group.Kind switch
    {
        GroupKind.Category => group.Name!,
        GroupKind.Other => D[DashboardTexts.GroupOther],
        _ => D[DashboardTexts.GroupUnknown],
    };

    private string NameOf(HeatRow row) => row.Area is { } area ? area.Name.In(Language) : Breakdown.Framed.Results.Overall!.Question.Text.In(Language);

    /// <summary>The scale of a row that is on another than the overall grade: its figures cannot be read beside the others'.</summary>
    private string? ScaleOf(HeatRow row) =>
        row.Everybody.Reading.Value?.Scale is { } scale && Breakdown.Framed.Results.Overall?.Current.Value?.Scale is { } common && scale != common
            ? $" ({NumberText.Scale(scale)})"
            : null;

    private HowComputedRow Behind(HeatRow row)
    {
        var kind = row.IsOverall ? FigureKind.Overall : FigureKind.Area;
        return new(NameOf(row),
        [
            Of(row.Everybody, Texts[OverviewTexts.Everybody], ComparisonFamily.Headline),
            .. row.Cells.Zip(Table.Columns, (cell, column) => Of(
                cell, column.Inner is { } inner ? $"{Name(column.Group)} · {Name(inner)}" : Name(column.Group), ComparisonFamily.Exploratory)),
        ]);

        HowComputed Of(HeatCell cell, string group, ComparisonFamily family) => new(NameOf(row), cell.Reading, null, cell.Change, kind) { CurrentName = group, Family = family };
    }

    private string? SortOf(int column) => column == Sort ? "descending" : null;

    /// <summary>A heading that orders the areas, best first; chosen again, it puts them back.</summary>
    private RenderFragment SortLink(int column, string name) => builder =>
    {
        var isChosen = column == Sort;
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", ResultUrls.Groups(Address, By, With, isChosen ? null : column.ToString(CultureInfo.InvariantCulture)));
        builder.AddAttribute(2, "title", D[isChosen ? DashboardTexts.SortReset : DashboardTexts.SortBy, name].Value);
        builder.AddContent(3, name);
        if (isChosen)
        {
            builder.AddMarkupContent(4, " <span aria-hidden=\"true\">↓</span>");
        }

        builder.CloseElement();
    };

    private static string Link(HeatRow row, OverviewAddress address) =>
        row.IsOverall ? ResultUrls.Question(address, Survey.OverallCode) : ResultUrls.Area(address, row.Code);

    /// <summary>The area for a group alone; null for those whose category is not known, whom no filter names.</summary>
    private string? Narrowed(HeatRow row, HeatColumn column)
    {
        if (column.Group.Kind == GroupKind.Unknown || column.Inner?.Kind == GroupKind.Unknown)
        {
            return null;
        }

        var population = column.Group.Values.Aggregate(Population.Everybody, (all, value) => all.With(By!, value));
        population = column.Inner is { } inner ? inner.Values.Aggregate(population, (all, value) => all.With(With!, value)) : population;
        return Link(row, Address.About(population) with { Careless = null });
    }
}
