using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>A good row of a file of published figures.</summary>
internal sealed record FigureRow(
    int Line, ReportingYear Year, string QuestionCode, AnswerScale Scale, double Mean, int? Respondents, double? Deviation,
    double? TopShare, string Source)
{
    /// <summary>True when the figure says the same already.</summary>
    public bool SaysTheSameAs(PublishedFigure figure) =>
        figure.Scale == Scale && figure.Mean.Equals(Mean) && figure.Respondents == Respondents
        && Nullable.Equals(figure.StandardDeviation, Deviation) && Nullable.Equals(figure.TopShare, TopShare) && figure.Source == Source;

    /// <summary>Writes the row into the figure.</summary>
    public void Publish(PublishedFigure figure) => figure.Publish(Scale, Mean, Respondents, Deviation, TopShare, Source);
}
