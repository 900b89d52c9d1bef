using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Components.Authoring;

namespace KassaSurvey.Web.Tests.Components.Authoring;

public sealed class FindingPlacesTests
{
    public static TheoryData<string, FindingPlaceKind, string, string> Places => new()
    {
        { FindingErrors.TooFewOptions("MATTER").Code, FindingPlaceKind.Question, "MATTER", "?step=edit#question-MATTER" },
        { FindingErrors.ChangeUndecided("MATTER").Code, FindingPlaceKind.Question, "MATTER", "?step=review#question-MATTER" },
        { FindingErrors.AreaEmpty("PHONE").Code, FindingPlaceKind.Area, "PHONE", "?step=edit#area-PHONE" },
        { FindingErrors.LastDayMissing.Code, FindingPlaceKind.Settings, "", "?step=open#last-day" },
        { FindingErrors.TooLong(5, 3).Code, FindingPlaceKind.Settings, "", "?step=edit#settings" },
        { FindingErrors.NoQuestions.Code, FindingPlaceKind.Questionnaire, "", "?step=edit" },
        { "Check.TranslationMissing", FindingPlaceKind.Translation, "Option.MATTER.OTHER", "?step=translate#text-Option.MATTER.OTHER" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Address_OfAFinding_LeadsToItsPlace(string code, FindingPlaceKind kind, string place, string expected) =>
        Assert.Equal("/surveys/members/2027" + expected, FindingPlaces.AddressOf(
            new(FindingSeverity.Blocking, Error.Of(code), new(kind, place, null)), "members", 2027));

    [Fact]
    public void Address_OfTheFundsFace_LeavesTheWave() =>
        Assert.Equal(AppUrls.FundFace, FindingPlaces.AddressOf(
            new(FindingSeverity.Blocking, FindingErrors.ContactMissing, new(FindingPlaceKind.FundSettings, "contact", null)), "members", 2027));
}
