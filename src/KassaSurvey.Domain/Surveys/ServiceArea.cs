using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>A part of the service that questions measure together: application handling, phone service.</summary>
public sealed class ServiceArea : IFundOwned
{
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

    /// <summary>Makes a service area of a survey.</summary>
    public static ServiceArea Create(Survey survey, string code, int order, LocalizedText name) => new()
    {
        Id = NewId.Of<ServiceAreaId>(), FundId = survey.FundId, SurveyId = survey.Id, Code = code, Order = order, Name = name,
    };
}
