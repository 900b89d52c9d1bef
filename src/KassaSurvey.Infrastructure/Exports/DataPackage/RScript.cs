using System.Globalization;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>A script of base R that computes the report's means and intervals from the answers and compares them with the report's.</summary>
internal static class RScript
{
    public static string Of(YearlyReport report)
    {
        var ratings = Rated.Of(report).Ratings;
        return $$"""
            # {{report.Fund}}: {{report.Survey}} {{report.Year}}, data version {{report.DataVersion}}
            # Computes the means and 95 % intervals of questions and service areas again, and compares them with results.csv.
            # Base R is all it needs. Run it where the files are: Rscript read.R

            CANT_SAY <- -1
            NOT_ASKED <- -2   # an empty cell: asked and left empty

            answers <- read.csv("answers.csv", check.names = FALSE)
            results <- read.csv("results.csv", check.names = FALSE, fileEncoding = "UTF-8-BOM")
            weight <- if ("weight" %in% names(answers)) answers$weight else NULL

            items <- data.frame(
              code = c({{Quoted(ratings.Select(rating => rating.Name))}}),
              area = c({{Quoted(ratings.Select(rating => rating.Area))}}),
              low  = c({{Numbers(ratings.Select(rating => rating.Scale!.Value.Minimum))}}),
              high = c({{Numbers(ratings.Select(rating => rating.Scale!.Value.Maximum))}}))

            # The answers to a rating; NA when there is none.
            valid <- function(code) {
              x <- answers[[code]]
              item <- items[items$code == code, ]
              ifelse(!is.na(x) & x >= item$low & x <= item$high, x, NA)
            }

            # Each respondent's mean over an area's ratings, with a valid answer to at least half of those asked.
            score <- function(area) {
              of <- items[items$area == area, ]
              one_scale <- length(unique(paste(of$low, of$high))) == 1
              y <- sapply(of$code, function(code) {
                item <- of[of$code == code, ]
                if (one_scale) valid(code) else (valid(code) - item$low) * 100 / (item$high - item$low)
              })
              asked <- rowSums(sapply(of$code, function(code) is.na(answers[[code]]) | answers[[code]] != NOT_ASKED))
              count <- rowSums(!is.na(y))
              ifelse(count > 0 & 2 * count >= asked, rowMeans(y, na.rm = TRUE), NA)
            }

            # Mean with its linearised standard error; without weights the textbook's.
            estimate <- function(y) {
              ok <- !is.na(y)
              n <- sum(ok)
              if (is.null(weight)) {
                m <- mean(y[ok]); se <- sd(y[ok]) / sqrt(n); df <- n - 1
              } else {
                w <- weight[ok]; d <- nrow(answers)
                m <- sum(w * y[ok]) / sum(w)
                se <- sqrt(d / (d - 1) * sum(w^2 * (y[ok] - m)^2)) / sum(w); df <- d - 1
              }
              half <- qt(0.975, df) * se
              data.frame(n = n, mean = m, se = se, low = m - half, high = m + half)
            }

            again <- rbind(
              do.call(rbind, lapply(items$code, function(code) cbind(kind = "question", code = code, estimate(valid(code))))),
              do.call(rbind, lapply(setdiff(unique(items$area), ""), function(area) cbind(kind = "area", code = area, estimate(score(area))))))
            print(again, digits = 10, row.names = FALSE)

            # Figures that the report hides are not compared.
            both <- merge(again, results[!is.na(results$mean), c("kind", "code", "n", "mean", "ci95_low", "ci95_high")], by = c("kind", "code"), suffixes = c("", ".report"))
            difference <- max(abs(c(both$mean - both$mean.report, both$low - both$ci95_low, both$high - both$ci95_high)), na.rm = TRUE)
            cat(sprintf("%d figures compared with the report, largest difference %.3g\n", nrow(both), difference))
            if ({{(report.IsWeighted && !report.Answers!.Variables.Any(variable => variable.IsWeight) ? "TRUE" : "FALSE")}}) {
              cat("The report is weighted, and its weights are not in the file because few responses share one: the figures differ.\n")
            } else {
              stopifnot(nrow(both) > 0, all(both$n == both$n.report), difference < 1e-6)
            }

            """.ReplaceLineEndings("\n");
    }

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"\"{text}\""));

    private static string Numbers(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
