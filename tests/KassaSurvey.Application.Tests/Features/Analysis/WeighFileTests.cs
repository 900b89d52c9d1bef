using System.Text;
using KassaSurvey.Application.Features.Analysis;

namespace KassaSurvey.Application.Tests.Features.Analysis;

public sealed class WeighFileTests
{
    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    public async Task Weigh_ThreeMargins_EqualsRsRaking(int year)
    {
        var expected = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", "estimate");
        var file = await ReferenceFiles.WaveAsync(year);

        var document = WeighFile.Execute(file, await ReferenceFiles.MarginsAsync(), null, WeightTrim.Default).Value;

        Assert.Equal((WeightingMethod.Raking, true), (document.Method, document.Converged));
        foreach (var (weight, raked) in document.Weights.Zip(file.Numbers("w_raked")))
        {
            ReferenceFiles.Close(raked, weight, 1e-6);
        }

        ReferenceFiles.Close(expected[$"rake.{year}.kish_deff"], document.KishDesignEffect, 1e-8);
        ReferenceFiles.Close(expected[$"rake.{year}.neff"], document.EffectiveSize, 1e-8);
        ReferenceFiles.Close(expected[$"rake.{year}.wmin"], document.Smallest, 1e-6);
        ReferenceFiles.Close(expected[$"rake.{year}.wmax"], document.Largest, 1e-6);
        ReferenceFiles.Close(18569, document.Sum, 1e-9);
        Assert.All(document.Margins, category => Assert.Equal(category.ShareOfPopulation, category.ShareAfter, 6));
    }

    [Fact]
    public async Task Weigh_OneMarginOfShares_PostStratifiesToMeanOne()
    {
        var file = await ReferenceFiles.OfAsync("id,sex\n1,F\n2,F\n3,F\n4,m\n");
        var margins = await ReferenceFiles.OfAsync("variable,category,total\nsex,F,0.5\nsex,M,0.5\n");

        var document = WeighFile.Execute(file, margins, null, WeightTrim.Default).Value;

        Assert.Equal((WeightingMethod.PostStratification, 4.0, 1.0), (document.Method, Math.Round(document.Sum, 9), Math.Round(document.Mean, 9)));
        Assert.Equal([0.667, 0.667, 0.667, 2], document.Weights.Select(weight => Math.Round(weight, 3)));
        Assert.Equal([(3, 0.75), (1, 0.25)], document.Margins.Select(category => (category.N!.Value, category.ShareBefore!.Value)));
        Assert.Contains(document.Warnings, warning => warning.ToString() == "Analysis.MergeCategory(sex, M)");
    }

    [Fact]
    public async Task Weigh_TightBounds_KeepsThemAndStatesTheDeviation()
    {
        var document = WeighFile.Execute(await ReferenceFiles.WaveAsync(2020), await ReferenceFiles.MarginsAsync(), null, new(0.9, 1.2)).Value;

        Assert.False(document.Converged);
        Assert.InRange(document.Smallest, (0.9 * document.Mean) - 1e-9, document.Mean);
        Assert.InRange(document.Largest, document.Mean, (1.2 * document.Mean) + 1e-9);
        Assert.Equal("Analysis.NotReproduced", Assert.Single(document.Warnings).Code);
    }

    [Fact]
    public async Task Weigh_BaseWeights_AreWhereItStarts()
    {
        var file = await ReferenceFiles.OfAsync("g,d\na,1\na,3\nb,1\n");
        var margins = await ReferenceFiles.OfAsync("variable,category,total\ng,a,40\ng,b,10\n");

        Assert.Equal([10, 30, 10], WeighFile.Execute(file, margins, "d", WeightTrim.None).Value.Weights.Select(weight => Math.Round(weight, 9)));
    }

    [Theory]
    [InlineData("variable,category,total\nsex,F,10\nsex,M,9\nsex,X,1\nregion,N,20\n", "Analysis.WithoutRespondents(sex, X)")]
    [InlineData("variable,category,total\nsex,F,10\nsex,Y,1\nsex,X,1\n", "Analysis.WithoutRespondents(sex, Y, X)", "Analysis.WithoutTotal(sex, (empty), M)")]
    [InlineData("variable,category,total\nsexx,F,10\n", "Analysis.UnknownColumnNear(file.csv, sexx, sex)")]
    [InlineData("variable,level,total\nsex,F,10\n", "Analysis.UnknownColumn(margins.csv, category, variable, level, total)")]
    [InlineData("variable,category,total\nsex,F,0\nsex,M,0\n", "Analysis.NoTotal(sex)")]
    [InlineData("variable,category,total\nsex,F,many\nsex,f,1\nsex,M,-1\n", "Analysis.BadFile", "Analysis.BadFile", "Analysis.BadFile")]
    public async Task Weigh_BadMargins_AreRefusedWithAllTheirFaults(string csv, params string[] errors)
    {
        var file = await ReferenceFiles.OfAsync("sex,region\nF,N\nM,N\n,N\n");
        var margins = await ReferenceFiles.OfAsync(csv, "margins.csv");

        var result = WeighFile.Execute(csv.Contains("region", StringComparison.Ordinal) ? await ReferenceFiles.OfAsync("sex,region\nF,N\nM,N\n") : file, margins, null, WeightTrim.Default);

        Assert.Equal(errors.Length, result.Errors.Count);
        Assert.All(errors.Zip(result.Errors), pair => Assert.StartsWith(pair.First, pair.Second.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weigh_EmptyCategory_StandsForNotKnown()
    {
        var file = await ReferenceFiles.OfAsync("sex,x\nF,1\nNA,1\n,1\n");
        var margins = await ReferenceFiles.OfAsync("variable,category,total\nsex,F,2\nsex,,2\n");

        Assert.Equal([2, 1, 1], WeighFile.Execute(file, margins, null, WeightTrim.Default).Value.Weights.Select(weight => Math.Round(weight, 9)));
    }

    [Fact]
    public async Task Write_Ids_AreQuotedWhereNeeded()
    {
        using var content = new MemoryStream();

        await WeightFile.WriteAsync(content, await ReferenceFiles.OfAsync("who,x\n\"a,b\",1\nc,1\n"), "WHO", [0.1, 2], CancellationToken.None);

        Assert.Equal("who,weight\n\"a,b\",0.1\nc,2\n", Encoding.UTF8.GetString(content.ToArray()));
    }
}
