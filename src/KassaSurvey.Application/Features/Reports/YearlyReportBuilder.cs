using System.Collections.Immutable;
using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>Lays results out as a report: it chooses and words, and computes nothing.</summary>
public static class YearlyReportBuilder
{
    /// <summary>The report of the results in a language.</summary>
    /// <param name="survey">The results.</param>
    /// <param name="text">Its sentences with their edits.</param>
    /// <param name="language">fi, sv, da or en.</param>
    /// <param name="today">The day it is made.</param>
    /// <param name="answers">The answers row by row, or null to leave them out.</param>
    public static YearlyReport Of(SurveyResults survey, ReportText text, string language, DateOnly today, AnswerSet? answers)
    {
        var results = survey.Results;
        var words = new ReportWords(language);
        var narrative = text.In(language);
        return new YearlyReport
        {
            Language = language,
            Fund = survey.Fund.Name.In(language),
            Survey = survey.Survey.Name.In(language),
            Year = results.Year,
            ComparedYear = results.ComparedYear,
            GeneratedOn = today,
            Narrative = narrative,
            About = About(survey, words, today, answers),
            Footer = Footer(survey, words),
            Method =
            [
                .. narrative.Sentences.Where(sentence => sentence.Part == NarrativePart.Method).Select(sentence => sentence.Text),
                words[ReportTexts.MethodIntervals],
                words[ReportTexts.MethodIndex],
                words[ReportTexts.MethodCantSay],
                words[ReportTexts.MethodAreas],
                words.Format(ReportTexts.HiddenRule, words.Numbers.Count(survey.Fund.MinimumCell)),
                .. text.EditedCount > 0 ? [words.Format(ReportTexts.MethodEdited, words.Numbers.Count(text.EditedCount))] : Array.Empty<string>(),
            ],
            Questions = ResultTables.Questions(results, words),
            Areas = ResultTables.Areas(results, words),
            Shares = ShareTables.Shares(results, words),
            Trend = ResultTables.Trend(results, words),
            Codebook = CodebookTables.Codebook(results.Questions.Select(result => result.Question), words),
            Labels = CodebookTables.Labels(results.Questions.Select(result => result.Question), words),
            AreaDots = ReportPictures.Dots(results, language),
            OverallTrend = results.Overall?.Trend ?? [],
            ShareBars = ReportPictures.Bars(results, words),
            Answers = answers,
            IsWeighted = results.IsWeighted,
            DataVersion = results.DataVersion,
        };
    }

    /// <summary>The answers of the results' year as they are.</summary>
    public static AnswerSet Answers(SurveyResults survey, ResponseValues values, string language, DateOnly today)
    {
        var words = new ReportWords(language);
        List<Question> questions = [.. survey.Results.Questions.Select(result => result.Question)];
        return new()
        {
            Language = words.Language, Fund = survey.Fund.Name.In(words.Language), Survey = survey.Survey.Name.In(words.Language),
            Years = [survey.Results.Year.Value], GeneratedOn = today, DataVersion = survey.Results.DataVersion,
            Values = values, Variables = ResponseVariable.Of(values, questions, words),
            Codebook = CodebookTables.Codebook(questions, words), Labels = CodebookTables.Labels(questions, words),
            CantSay = words[ReportTexts.ColumnCantSay], NotAsked = words[ReportTexts.NotAsked],
        };
    }

    private static ImmutableArray<ReportFact> About(SurveyResults survey, ReportWords words, DateOnly today, AnswerSet? answers)
    {
        var results = survey.Results;
        return
        [
            new(words[ReportTexts.AboutFund], ReportCell.Of(survey.Fund.Name.In(words.Language))),
            new(words[ReportTexts.AboutSurvey], ReportCell.Of(survey.Survey.Name.In(words.Language))),
            new(words[ReportTexts.AboutYear], ReportCell.Of(results.Year.Value, 0, NumberStyle.Year)),
            new(words[ReportTexts.AboutCompared], ReportCell.Of(results.ComparedYear?.Value, 0, NumberStyle.Year)),
            new(words[ReportTexts.AboutPopulation], ReportCell.Of(words.Population(results.Population))),
            new(words[ReportTexts.AboutResponses], results.Responses is { } count ? ReportCell.Of(count) : Missing(results)),
            new(words[ReportTexts.AboutInvited], survey.Invited is { } invited ? ReportCell.Of((long)invited) : ReportCell.Nothing),
            new(words[ReportTexts.AboutWeight], ReportCell.Of(words[results.IsWeighted ? ReportTexts.Weighted : ReportTexts.Unweighted])),
            new(words[ReportTexts.AboutMargin], ReportCell.Of(results.MarginIndexPoints, Decimals.Index)),
            new(words[ReportTexts.AboutHidden], ReportCell.Of(words.Format(ReportTexts.HiddenRule, words.Numbers.Count(survey.Fund.MinimumCell)))),
            new(words[ReportTexts.AboutState], ReportCell.Of(words[results.IsPreliminary ? ReportTexts.Preliminary : ReportTexts.Final])),
            new(words[ReportTexts.AboutVersion], ReportCell.Of(results.DataVersion)),
            new(words[ReportTexts.AboutGenerated], ReportCell.Of(words.Numbers.Day(today))),
            new(words[ReportTexts.AboutValues], ReportCell.Of(words[answers is not null ? ReportTexts.ValuesIncluded : ReportTexts.ValuesLeftOut])),
        ];
    }

    private static ReportCell Missing(WaveResults results) =>
        results.Questions.Any(question => question.Current is Reading.Suppressed) ? ReportCell.Suppressed : ReportCell.Nothing;

    private static ImmutableArray<string> Footer(SurveyResults survey, ReportWords words)
    {
        var results = survey.Results;
        string?[] facts =
        [
            words.Population(results.Population),
            results.Responses is { } count ? words.Format(ReportTexts.FooterResponses, words.Numbers.Count(count)) : null,
            words[results.IsWeighted ? ReportTexts.Weighted : ReportTexts.Unweighted],
            words.Format(ReportTexts.HiddenRule, words.Numbers.Count(survey.Fund.MinimumCell)),
            results.IsPreliminary ? words[ReportTexts.Preliminary] : null,
        ];
        return [.. facts.OfType<string>()];
    }
}
