using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>What the rows of a file of answers are checked against.</summary>
/// <param name="Questionnaire">The wave's questions.</param>
/// <param name="DefaultLanguage">The language of a row that does not say.</param>
/// <param name="FilePrefix">Names the file in the ids of rows that have none.</param>
/// <param name="LastDay">The last day that is not in the future.</param>
/// <param name="Categories">The segments' categories that the wave has already.</param>
internal sealed record ImportRowRules(
    Questionnaire Questionnaire, string DefaultLanguage, string FilePrefix, DateOnly LastDay, SegmentCategories Categories);
