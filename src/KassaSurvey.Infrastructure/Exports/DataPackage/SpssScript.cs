using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>Syntax of SPSS and PSPP that computes the report's means from the answers. Labels and missing values are in the file already.</summary>
internal static class SpssScript
{
    public static string Of(YearlyReport report)
    {
        var rated = Rated.Of(report);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"* {report.Fund}: {report.Survey} {report.Year}, data version {report.DataVersion}.\n");
        text.Append("* Means and standard errors of the questions, then of the service areas; with weights the means are the report's.\n");
        text.Append("GET FILE='answers.sav'.\n");
        text.Append(CultureInfo.InvariantCulture, $"DESCRIPTIVES VARIABLES={string.Join(' ', rated.Ratings.Select(rating => rating.Name))} /STATISTICS=MEAN SEMEAN STDDEV.\n\n");
        text.Append("* An area's score: the respondent's mean, with a valid answer to at least half of the ratings asked.\n");
        foreach (var area in rated.Areas)
        {
            var names = string.Join(' ', area.Ratings.Select(rating => rating.Name));
            var list = string.Join(',', area.Ratings.Select(rating => rating.Name));
            text.Append(CultureInfo.InvariantCulture, $"COUNT skipped_{area.Code}={names} ({ResponseValues.NotAsked}).\n");
            text.Append(CultureInfo.InvariantCulture, $"COMPUTE area_{area.Code}=MEAN({string.Join(',', area.Ratings.Select(area.Formula))}).\n");
            text.Append(CultureInfo.InvariantCulture, $"IF (2 * NVALID({list}) < {area.Ratings.Count} - skipped_{area.Code}) area_{area.Code}=$SYSMIS.\n");
        }

        if (rated.Areas.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"DESCRIPTIVES VARIABLES={string.Join(' ', rated.Areas.Select(area => "area_" + area.Code))} /STATISTICS=MEAN SEMEAN STDDEV.\n");
        }

        return text.ToString();
    }
}
