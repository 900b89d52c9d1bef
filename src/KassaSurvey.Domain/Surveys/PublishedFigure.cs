using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>A mean that the fund published for a year whose answers are not here. It claims no precision it does not carry.</summary>
public sealed class PublishedFigure : IFundOwned
{
    private PublishedFigure()
    {
    }

    /// <summary>Identity.</summary>
    public PublishedFigureId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The survey.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <summary>The year it reports on; one figure a year and question.</summary>
    public ReportingYear Year { get; private set; }

    /// <summary>The question's stable code.</summary>
    public string QuestionCode { get; private set; } = "";

    /// <summary>Lowest answer of the scale then used.</summary>
    public int ScaleMinimum { get; private set; }

    /// <summary>Highest answer of the scale then used.</summary>
    public int ScaleMaximum { get; private set; }

    /// <summary>The mean on that scale.</summary>
    public double Mean { get; private set; }

    /// <summary>Respondents, when published.</summary>
    public int? Respondents { get; private set; }

    /// <summary>Standard deviation, when published.</summary>
    public double? StandardDeviation { get; private set; }

    /// <summary>Share of the highest answer (0-1), when published.</summary>
    public double? TopShare { get; private set; }

    /// <summary>Where it was published.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The scale then used.</summary>
    public AnswerScale Scale => new(ScaleMinimum, ScaleMaximum);

    /// <summary>Makes a published figure of a survey.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean lies outside the scale.</exception>
    public static PublishedFigure Create(Survey survey, ReportingYear year, string questionCode)
        => new() { Id = NewId.Of<PublishedFigureId>(), FundId = survey.FundId, SurveyId = survey.Id, Year = year, QuestionCode = questionCode };

    /// <summary>Sets or corrects what was published.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean lies outside the scale.</exception>
    public void Publish(AnswerScale scale, double mean, int? respondents, double? standardDeviation, double? topShare, string source)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mean, scale.Minimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mean, scale.Maximum);
        (ScaleMinimum, ScaleMaximum, Mean) = (scale.Minimum, scale.Maximum, mean);
        (Respondents, StandardDeviation, TopShare, Source) = (respondents, standardDeviation, topShare, source);
    }
}
