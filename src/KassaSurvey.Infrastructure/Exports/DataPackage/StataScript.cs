using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>A do-file of Stata that computes the report's means from the answers.</summary>
internal static class StataScript
{
    public static string Of(YearlyReport report)
    {
        var rated = Rated.Of(report);
        var weights = report.Answers!.Variables.Any(variable => variable.IsWeight) ? " [pweight=weight]" : "";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"* {report.Fund}: {report.Survey} {report.Year}, data version {report.DataVersion}\n");
        text.Append("* Means and 95 % intervals of the questions, then of the service areas. Run it where the files are: do read.do\n");
        text.Append("clear\nimport delimited using \"answers.csv\", varnames(1) case(preserve) encoding(\"UTF-8\")\n");
        text.Append("* .a can't say, .b not asked, . left empty\n");
        foreach (var variable in report.Answers!.Variables.Where(variable => variable.Scale is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"mvdecode {variable.Name}, mv({ResponseValues.CantSay}=.a \\ {ResponseValues.NotAsked}=.b)\n");
            text.Append(CultureInfo.InvariantCulture, $"label variable {variable.Name} \"{Label(variable.Label)}\"\n");
        }

        foreach (var rating in rated.Ratings)
        {
            text.Append(CultureInfo.InvariantCulture, $"capture noisily mean {rating.Name}{weights}\n");
        }

        text.Append("* An area's score: the respondent's mean, with a valid answer to at least half of the ratings asked\n");
        foreach (var area in rated.Areas)
        {
            var valid = string.Join(" + ", area.Ratings.Select(rating => $"!missing({rating.Name})"));
            var asked = string.Join(" + ", area.Ratings.Select(rating => $"({rating.Name} != .b)"));
            var sum = string.Join(" + ", area.Ratings.Select(rating => $"cond(missing({rating.Name}), 0, {area.Formula(rating)})"));
            text.Append(CultureInfo.InvariantCulture, $"generate double area_{area.Code} = ({sum}) / ({valid}) if ({valid}) > 0 & 2 * ({valid}) >= ({asked})\n");
            text.Append(CultureInfo.InvariantCulture, $"capture noisily mean area_{area.Code}{weights}\n");
        }

        return text.ToString();
    }

    // Stata's labels hold 80 characters; a quotation mark would end one, a dollar sign or a backquote begin a macro.
    private static string Label(string text)
    {
        var plain = text.Replace('"', '\'').Replace('$', ' ').Replace('`', '\'');
        return plain.Length > 80 ? plain[..79] + "…" : plain;
    }
}
