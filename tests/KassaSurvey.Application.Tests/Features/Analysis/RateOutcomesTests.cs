using KassaSurvey.Application.Features.Analysis;

namespace KassaSurvey.Application.Tests.Features.Analysis;

public sealed class RateOutcomesTests
{
    public static TheoryData<string, OutcomeCounts, double> Published => new()
    {
        {
            "koko_like",
            new() { Complete = 1025, Partial = 43, Refusal = 61, NonContact = 212, Other = 9, UnknownHousehold = 2450, UnknownOther = 118 },
            0.97
        },
        {
            "phone_like",
            new() { Complete = 402, Partial = 18, Refusal = 233, NonContact = 310, Other = 27, UnknownHousehold = 140, UnknownOther = 20 },
            0.62
        },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public async Task Rate_Counts_EqualsR(string example, OutcomeCounts counts, double eligibility)
    {
        var expected = (await ReferenceFiles.ExpectedAsync("quality_reference.csv", "value"))
            .Where(row => row.Key.StartsWith($"aapor.{example}.", StringComparison.Ordinal)).ToList();

        var document = RateOutcomes.Execute(counts, eligibility).Value;

        Assert.Equal(16, expected.Count);
        Assert.All(expected, row => ReferenceFiles.Close(row.Value, document.Rates[row.Key.Split('.')[^1].ToUpperInvariant()], 1e-10, row.Key));
    }

    [Fact]
    public async Task Rate_Codes_AreCountedByTheirGroup()
    {
        var codes = new[] { "1.0", "1", "1.1", "1.10", "1.2", "2.11", "2.112", "2.12", "2.2", "2.20", "2.26", "2.31", "2.33", "3.11", "3.19", "3.30", "3.9", "4.1", "4.80" };
        var file = await ReferenceFiles.OfAsync("code,x\n" + string.Concat(codes.Select(code => $"{code},1\n")));

        var document = RateOutcomes.Execute(file, "Code", null).Value;

        Assert.Equal(
            new() { Complete = 4, Partial = 1, Refusal = 3, NonContact = 3, Other = 2, UnknownHousehold = 2, UnknownOther = 2, NotEligible = 2 },
            document.Counts);
        Assert.Equal((13 / 15.0, true), (document.Eligibility, document.EligibilityIsEstimated));
        ReferenceFiles.Close(4 / (13 + (13 / 15.0 * 4)), document.Rates["RR3"], 1e-12);
    }

    [Fact]
    public async Task Rate_RowsWithoutACode_StopIt()
    {
        var file = await ReferenceFiles.OfAsync("code,x\n1.0,1\n,1\n5.1,1\n2,1\n2.1x,1\ndone,1\n");

        var result = RateOutcomes.Execute(file, "code", null);

        Assert.Equal([3, 4, 5, 6, 7], result.Errors.Select(error => (int)error.Arguments[1]!));
        Assert.Equal("Analysis.UnknownColumnNear(file.csv, cod, code)", Assert.Single(RateOutcomes.Execute(file, "cod", null).Errors).ToString());
    }

    [Fact]
    public void Rate_Nobody_IsRefusedAndUndefinedRatesAreAbsent()
    {
        Assert.Equal("Analysis.NobodyAsked", Assert.Single(RateOutcomes.Execute(new() { NotEligible = 3 }, null).Errors).Code);

        var onlyUnknown = RateOutcomes.Execute(new() { UnknownHousehold = 10 }, null).Value;

        Assert.Equal((0.0, null, null), (onlyUnknown.Rates["RR1"], onlyUnknown.Rates["RR3"], onlyUnknown.Rates["RR5"]));
        Assert.Null(onlyUnknown.Eligibility);
    }
}
