using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Descriptive;

public class ResponseRatesTests
{
    [Theory]
    [InlineData("koko_like", 1025, 43, 61, 212, 9, 2450, 118, 0.97)]
    [InlineData("phone_like", 402, 18, 233, 310, 27, 140, 20, 0.62)]
    public void Rates_ReferenceOutcomes_EqualResponserates(string name, long i, long p, long r, long nc, long o, long uh, long uo, double e)
    {
        var rates = new ResponseRates(i, p, r, nc, o, uh, uo, e);
        var expected = ReferenceTable.Read("quality_reference.csv");
        foreach (var (id, actual) in new[]
        {
            ("rr1", rates.Response1), ("rr2", rates.Response2), ("rr3", rates.Response3), ("rr4", rates.Response4), ("rr5", rates.Response5),
            ("rr6", rates.Response6), ("coop1", rates.Cooperation1), ("coop2", rates.Cooperation2), ("coop3", rates.Cooperation3),
            ("coop4", rates.Cooperation4), ("ref1", rates.Refusal1), ("ref2", rates.Refusal2), ("ref3", rates.Refusal3),
            ("con1", rates.Contact1), ("con2", rates.Contact2), ("con3", rates.Contact3),
        })
        {
            Close.To(expected.Value($"aapor.{name}.{id}", "value"), actual, what: id);
        }
    }

    [Fact]
    public void Rates_NoOutcomes_AreUndefined()
    {
        var rates = new ResponseRates(0, 0, 0, 0, 0, 0, 0, double.NaN);

        Assert.True(double.IsNaN(rates.Response1) && double.IsNaN(rates.Cooperation4) && double.IsNaN(rates.Contact3));
        Assert.True(double.IsNaN(ResponseRates.EstimateEligibility(0, 0)));
        Close.To(0.9, ResponseRates.EstimateEligibility(90, 10));
    }
}
