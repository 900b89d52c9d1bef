using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>A part of the service that questions measure together: application handling, phone service.</summary>
public sealed class ServiceArea : IFundOwned
{
    private static readonly HashSet<string> Outcomes = new(StringComparer.OrdinalIgnoreCase) { "EXPERIENCE", "IMAGE", "EXPECTATION", "LOYALTY" };

    private ServiceArea()
    {
    }

    /// <summary>Identity.</summary>
    public ServiceAreaId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The survey it belongs to.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <summary>Stable code, unique in the survey.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Place in lists, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Its name.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>True when it measures what a good service leads to, and so is not ranked with the parts of the service.</summary>
    public bool IsOutcome => IsOutcomeCode(Code);

    /// <summary>True for the code of an area that measures an outcome: experience, image, expectations, loyalty.</summary>
    public static bool IsOutcomeCode(string code) => Outcomes.Contains(code);

    /// <summary>Makes a service area of a survey.</summary>
    public static ServiceArea Create(Survey survey, string code, int order, LocalizedText name) => new()
    {
        Id = NewId.Of<ServiceAreaId>(), FundId = survey.FundId, SurveyId = survey.Id, Code = code, Order = order, Name = name,
    };

    /// <summary>Takes over a place and a name.</summary>
    public void Arrange(int order, LocalizedText name) => (Order, Name) = (order, name);

    /// <summary>Corrects its name in one language; returns what it said, or null when it cannot be corrected so.</summary>
    internal string? Correct(string language, string text)
    {
        if (!DraftTexts.TryCorrect(Name, TextPart.AreaName, language, text, out var corrected))
        {
            return null;
        }

        var before = Name.Texts[language];
        Name = corrected;
        return before;
    }
}
