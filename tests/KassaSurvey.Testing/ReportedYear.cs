using System.Collections.Immutable;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Testing;

/// <summary>
/// Results laid out by hand after what a Finnish fund published of 2020: 6.23 against 6.02 of 1 025 members, all better but two,
/// those two unchanged, 51.9 % in contact, most to develop in the telephone service. Tests of reports change single figures of it.
/// </summary>
public sealed class ReportedYear
{
    private static readonly (string Code, double Before, double Now)[] Grades =
    [
        ("OVERALL", 6.02, 6.23), ("HAN_SPEED", 5.62, 5.65), ("HAN_RELIABLE", 6.14, 6.41), ("HAN_DECISION", 5.80, 6.06), ("HAN_INFORMED", 5.45, 5.72),
        ("DIG_EASE", 5.88, 5.91), ("DIG_FORM", 5.72, 5.98), ("INF_CLEAR", 5.70, 5.97), ("INF_FIND", 5.58, 5.83),
        ("STF_FRIENDLY", 5.98, 6.37), ("STF_EXPERT", 5.98, 6.26), ("PHO_REACH", 5.04, 5.38), ("MSG_SPEED", 5.58, 5.92),
    ];

    private static readonly (string Code, string Question, double Share)[] Shares =
    [
        ("PHONE", "CHANNELS", 0.312), ("MESSAGE", "CHANNELS", 0.274), ("EMAIL", "CHANNELS", 0.051), ("CHAT", "CHANNELS", 0.088), ("NONE", "CHANNELS", 0.481),
        ("HANDLING", "DEV_AREA", 0.214), ("DIGITAL", "DEV_AREA", 0.118), ("INFO", "DEV_AREA", 0.167), ("STAFF", "DEV_AREA", 0.062),
        ("PHONE", "DEV_AREA", 0.337), ("MESSAGE", "DEV_AREA", 0.093), ("NOTHING", "DEV_AREA", 0.301),
    ];

    private readonly Dictionary<string, (double Before, double Now)> _grades =
        Grades.ToDictionary(grade => grade.Code, grade => (grade.Before, grade.Now));

    /// <summary>Deviation of every rating; a large one makes every change inconclusive.</summary>
    public double Deviation { get; init; } = 0.9;

    /// <summary>The scale of the compared and earlier years.</summary>
    public AnswerScale ScaleBefore { get; init; } = AnswerScale.OneToSeven;

    /// <summary>True when the compared year is a published one whose precision is unknown.</summary>
    public bool IsPublishedBefore { get; init; }

    /// <summary>A question whose figure is hidden this year.</summary>
    public string? Suppressed { get; init; }

    /// <summary>Overall grades of 2011 to 2018.</summary>
    public ImmutableArray<double> Earlier { get; init; } = [5.62, 5.68, 5.75, 5.81, 5.79, 5.88, 5.95, 5.97];

    /// <summary>The fund's name.</summary>
    public LocalizedText FundName { get; init; } = LocalizedText.Same("Esimerkkikassa");

    /// <summary>Whom the figures are about.</summary>
    public Population Population { get; init; } = Population.Everybody;

    /// <summary>The year with another grade.</summary>
    public ReportedYear With(string code, double before, double now)
    {
        _grades[code] = (before, now);
        return this;
    }

    /// <summary>The results.</summary>
    public SurveyResults Build()
    {
        var fund = Fund.Create("example", FundName, Languages.Finnish, "kysely@example.org");
        var survey = Survey.Create(fund.Id, "member-satisfaction", CreateSurvey.DefaultName);
        var results = new WaveResults
        {
            Year = new(2020),
            ComparedYear = new(2019),
            Population = Population,
            IsPreliminary = false,
            Responses = 1025,
            DataVersion = "v1-0123456789ab",
            IsWeighted = false,
            MarginIndexPoints = Wave.DefaultMarginIndexPoints,
            Questions = [.. Ratings(), .. Choices()],
            Areas = Areas(survey),
        };
        return new(fund, survey, results)
        {
            Years = [.. Enumerable.Range(2011, 10).Select(year => new ReportingYear(year))],
            Invited = 3900,
            FieldWork = null,
            Segments = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
        };
    }

    private IEnumerable<QuestionResult> Ratings()
    {
        // The overall grade is a family of its own, as in the product.
        foreach (var family in _grades.GroupBy(grade => grade.Key == Survey.OverallCode))
        {
            var codes = family.Select(grade => grade.Key).ToArray();
            var now = codes.Select(code => Now(code)).ToArray();
            var before = codes.Select(code => Before(_grades[code].Before)).ToArray();
            var changes = YearOverYear.Compare(
                [.. codes.Select((_, i) => new YearPair(now[i].Value, before[i].Value))], Wave.DefaultMarginIndexPoints);
            for (var i = 0; i < codes.Length; i++)
            {
                var trend = codes[i] == Survey.OverallCode ? Trend() : [];
                yield return new(QuestionOf(codes[i]), now[i], before[i], changes[i], trend, Standing.Of(trend));
            }
        }
    }

    private IEnumerable<QuestionResult> Choices() => Shares.GroupBy(share => share.Question).Select(question => new QuestionResult(
        QuestionOf(question.Key),
        question.Key == Suppressed
            ? new Reading.Suppressed(SuppressionReason.TooFewAnswers)
            : new Reading.Reported(new(1025, 0, 0)
            {
                Options = [.. question.Select(share => new OptionShare(share.Code, share.Share, new(share.Share - 0.03, share.Share + 0.03)))],
            }),
        null, null, [], null));

    private ImmutableArray<AreaResult> Areas(Survey survey)
    {
        var areas = BuiltInQuestionnaire.Areas
            .Select((area, order) => (Area: ServiceArea.Create(survey, area.Code, order + 1, area.Name),
                Questions: _grades.Keys.Where(code => code != Survey.OverallCode).Select(QuestionOf).Where(question => question.AreaCode == area.Code).ToImmutableArray()))
            .Where(area => !area.Questions.IsEmpty)
            .ToList();
        var now = areas.Select(area => area.Questions.Any(question => question.Code == Suppressed)
            ? new Reading.Suppressed(SuppressionReason.TooFewAnswers)
            : Reported(area.Questions.Average(question => _grades[question.Code].Now), AnswerScale.OneToSeven, 1025)).ToList();
        var before = areas.Select(area => Before(area.Questions.Average(question => _grades[question.Code].Before))).ToList();
        var changes = YearOverYear.Compare(
            [.. areas.Select((_, i) => new YearPair(now[i].Value, before[i].Value))], Wave.DefaultMarginIndexPoints);
        return [.. areas.Select((area, i) => new AreaResult(area.Area, area.Questions, now[i], before[i], changes[i], [], null))];
    }

    private ImmutableArray<TrendPoint> Trend()
    {
        var (before, now) = _grades[Survey.OverallCode];
        TrendPoint[] points =
        [
            .. Earlier.Append(before).Select((mean, i) => new TrendPoint(
                new(2020 - Earlier.Length - 1 + i), IsPublishedBefore ? TrendSource.Published : TrendSource.Measured, ScaleBefore,
                EstimateOf(mean, IsPublishedBefore ? 0 : 1000))),
            new(new(2020), TrendSource.Measured, AnswerScale.OneToSeven, EstimateOf(now, 1025))
            {
                BreaksBefore = ScaleBefore != AnswerScale.OneToSeven,
            },
        ];
        return [.. points];
    }

    private Reading Now(string code) => code == Suppressed
        ? new Reading.Suppressed(SuppressionReason.TooFewAnswers)
        : Reported(_grades[code].Now, AnswerScale.OneToSeven, 1025);

    private Reading Before(double mean) => Reported(mean, ScaleBefore, IsPublishedBefore ? 0 : 1000);

    private Reading Reported(double mean, AnswerScale scale, long n)
    {
        var estimate = EstimateOf(mean, n);
        return new Reading.Reported(new(n, n / 50, 0.02)
        {
            IsPublished = n == 0,
            Scale = scale,
            Mean = estimate,
            Index = estimate.Scaled(scale.Minimum, 100.0 / scale.Width),
        });
    }

    private Estimate EstimateOf(double mean, long n) => n == 0
        ? new(0, mean, double.NaN, double.NaN, double.NaN)
        : new(n, mean, Deviation, Deviation / Math.Sqrt(n), n - 1);

    private static Question QuestionOf(string code)
    {
        var order = BuiltInQuestionnaire.Questions.TakeWhile(question => question.Code != code).Count() + 1;
        return Question.Create(default, order, BuiltInQuestionnaire.Find(code) ?? new(code, QuestionKind.Scale, LocalizedText.Same(code)) { Scale = AnswerScale.OneToSeven });
    }
}
