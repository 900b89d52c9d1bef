using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Descriptive;

public class ResponseRatesTests
{
    [Fact]
    public void Rates_NoOutcomes_AreUndefined()
    {
        var rates = new ResponseRates(0, 0, 0, 0, 0, 0, 0, double.NaN);

        Assert.True(double.IsNaN(rates.Response1) && double.IsNaN(rates.Cooperation4) && double.IsNaN(rates.Contact3));
        Assert.True(double.IsNaN(ResponseRates.EstimateEligibility(0, 0)));
        Close.To(0.9, ResponseRates.EstimateEligibility(90, 10));
    }
}
