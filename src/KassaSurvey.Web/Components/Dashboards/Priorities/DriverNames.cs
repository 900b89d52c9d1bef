using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Drivers;

namespace KassaSurvey.Web.Components.Dashboards.Priorities;

/// <summary>What a driver is called: an area by its name, a question by its words.</summary>
/// <param name="results">The year's areas and questions.</param>
/// <param name="language">The reader's language.</param>
/// <param name="satisfaction">How the path model's target is called.</param>
public sealed class DriverNames(WaveResults results, string language, string satisfaction)
{
    /// <summary>The name of a code; the code itself when the year knows none.</summary>
    public string Of(string code) =>
        code == SatisfactionModel.TargetCode ? satisfaction
        : results.Areas.FirstOrDefault(area => area.Area.Code == code)?.Area.Name.In(language)
            ?? results.Find(code)?.Question.Text.In(language)
            ?? code;
}
