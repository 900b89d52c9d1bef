using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Analysis;

public class BreakdownTests
{
    private static readonly Questionnaire Asked = new([Columns.Rating(Survey.OverallCode, 1), Columns.Rating("A", 2, "AREA")]);

    [Fact]
    public void Groups_TwoSmallCategories_BecomeOther()
    {
        var groups = SegmentGroups.Of("region", Wave(20, 3, 4, 30), DisclosureRule.Default).Groups;

        Assert.Equal([GroupKind.Category, GroupKind.Category, GroupKind.Other], groups.Select(group => group.Kind));
        Assert.Equal(["b", "c"], groups[2].Values.AsEnumerable());
    }

    [Fact]
    public void Groups_OneSmallCategory_StaysAndAnotherIsHiddenWithIt()
    {
        var cells = Read(Wave(20, 3, 12, 30)).Figures["AREA"];

        Assert.Equal(
            [typeof(Reading.Reported), typeof(Reading.Suppressed), typeof(Reading.Suppressed), typeof(Reading.Reported)],
            cells.Select(cell => cell.GetType()));
        Assert.Single(cells.OfType<Reading.Suppressed>().Select(cell => cell.Reason).Distinct());
    }

    [Fact]
    public void Cell_IsTheSameFigureAsTheFilters()
    {
        var wave = Wave(20, 10, 12, 30);
        var filtered = WaveReadings.Of(Asked, wave, Population.Everybody.With("region", "c"), DisclosureRule.Default);

        var cells = Read(wave);

        Assert.Equal(filtered.Area("AREA").Value!.Mean, cells.Figures["AREA"][2].Value!.Mean);
        Assert.Equal(filtered.Question(Survey.OverallCode).Value!.Mean, cells.Figures[Survey.OverallCode][2].Value!.Mean);
    }

    [Fact]
    public void Compare_Cells_AreOneExploratoryFamily()
    {
        YearPair[] family = [Pair(0.2), Pair(0.25), Pair(0.3), Pair(0.0)];

        var explored = YearOverYear.Compare(family, 2.5, ComparisonFamily.Exploratory);
        var headlines = YearOverYear.Compare(family, 2.5);

        Assert.All(explored.Zip(headlines), pair => Assert.True(pair.First!.AdjustedP <= pair.Second!.AdjustedP));
        Assert.Contains(explored.Zip(headlines), pair => pair.First!.AdjustedP < pair.Second!.AdjustedP);
        Assert.All(explored, change => Assert.True(change!.AdjustedP >= change.Test!.Value.PValue));
    }

    private static YearPair Pair(double delta) => new(Figure(6 + delta), Figure(6));

    private static Measurement Figure(double mean) => new(400, 0, 0)
    {
        Scale = AnswerScale.OneToSeven, Mean = new(400, mean, 1.4, 0.07, 399), Index = new(400, (mean - 1) / 6 * 100, 23, 1.2, 399),
    };

    private static BreakdownReadings Read(ResponseColumns wave) =>
        BreakdownReadings.Of(Asked, wave, SegmentGroups.Of("region", wave, DisclosureRule.Default), null, DisclosureRule.Default);

    private static ResponseColumns Wave(params int[] sizes)
    {
        byte[] regions = [.. sizes.SelectMany((size, region) => Enumerable.Repeat((byte)region, size))];
        byte[] grades = [.. regions.Select((_, row) => (byte)(3 + (row % 5)))];
        return Columns.Of(regions.Length, (Survey.OverallCode, grades), ("A", grades)).WithSegment("region", regions, "a", "b", "c", "d");
    }
}
