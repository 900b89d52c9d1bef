using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class ConfidentialityTests
{
    private readonly Survey _survey = Survey.Create(new FundId(1), "yearly", LocalizedText.Same("Yearly"));

    [Fact]
    public void Survey_UnlessSaidOtherwise_PromisesAnonymity() => Assert.Equal(Confidentiality.Anonymous, _survey.Confidentiality);

    [Fact]
    public void Promise_BeforeAnybodyWasAsked_CanChange()
    {
        Assert.True(_survey.Promise(Confidentiality.Confidential, hasBeenAsked: false).IsSuccess);
        Assert.Equal(Confidentiality.Confidential, _survey.Confidentiality);
    }

    [Fact]
    public void Promise_OnceMembersWereAsked_Stands()
    {
        var refused = _survey.Promise(Confidentiality.Confidential, hasBeenAsked: true);

        Assert.Equal("Survey.ConfidentialityFixed", Assert.Single(refused.Errors).Code);
        Assert.Equal(Confidentiality.Anonymous, _survey.Confidentiality);
        Assert.True(_survey.Promise(Confidentiality.Anonymous, hasBeenAsked: true).IsSuccess);
    }
}
