using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>
/// The questions of a survey in all its years, and how comparable each is with the year before it was asked in. Only years with answers
/// or published figures are compared with; a draft is compared, and nothing is compared with it.
/// </summary>
internal sealed class SurveyLineage
{
    private readonly Survey _survey;
    private readonly SortedDictionary<ReportingYear, AskedYear> _years;
    private readonly List<QuestionLink> _stored;

    private SurveyLineage(Survey survey, SortedDictionary<ReportingYear, AskedYear> years, List<QuestionLink> stored) =>
        (_survey, _years, _stored) = (survey, years, stored);

    /// <summary>Reads every year of the survey. The stored links are tracked.</summary>
    /// <param name="db">The context.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="sourceLanguage">The fund's language: the source of waves that say nothing else.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<SurveyLineage> LoadAsync(
        KassaDbContext db, Survey survey, string sourceLanguage, CancellationToken cancellationToken)
    {
        var years = new SortedDictionary<ReportingYear, AskedYear>();
        var figures = await db.PublishedFigures.AsNoTracking().Where(figure => figure.SurveyId == survey.Id)
            .Select(figure => new { figure.Year, figure.QuestionCode, figure.ScaleMinimum, figure.ScaleMaximum })
            .ToListAsync(cancellationToken);
        foreach (var year in figures.GroupBy(figure => figure.Year))
        {
            years[year.Key] = AskedYear.Of(
                year.Select(figure => (figure.QuestionCode, new Asked(null, new AnswerScale(figure.ScaleMinimum, figure.ScaleMaximum)))), sourceLanguage, isDraft: false);
        }

        var waves = await db.Waves.AsNoTracking().Include(wave => wave.Questions)
            .Where(wave => wave.SurveyId == survey.Id).ToListAsync(cancellationToken);
        foreach (var wave in waves)
        {
            years[wave.Year] = AskedYear.Of(
                wave.Questions.OrderBy(question => question.Order).Select(question => (question.Code, Asked.Of(question.Content(), wave.Composition is not null))),
                wave.Composition?.Settings.SourceLanguage ?? sourceLanguage,
                wave.Status == WaveStatus.Draft);
        }

        var links = await db.QuestionLinks.Where(link => link.SurveyId == survey.Id).ToListAsync(cancellationToken);
        return new(survey, years, links);
    }

    /// <summary>The years that results are made of: those with answers or published figures, already in memory.</summary>
    public static SurveyLineage Of(Survey survey, SurveyHistory history, List<QuestionLink> stored, string sourceLanguage)
    {
        var years = new SortedDictionary<ReportingYear, AskedYear>();
        foreach (var year in history.Years)
        {
            years[year] = AskedYear.Of(
                history.Measured(year) is { } measured
                    ? measured.Questionnaire.Questions.Select(question => (question.Code, Asked.Of(question.Content(), isComposed: false)))
                    : history.Figures(year).Select(figure => (figure.QuestionCode, new Asked(null, figure.Scale))),
                sourceLanguage, isDraft: false);
        }

        return new(survey, years, stored);
    }

    /// <summary>How comparable the years are: what is stored holds as it is, the rest is derived.</summary>
    public Comparability Comparability() => new(Links(store: null, isStoredFinal: true));

    /// <summary>Puts a draft's questions, as they are now, in place of those in the database.</summary>
    public void Compose(ReportingYear year, QuestionnaireDraft draft) => _years[year] = AskedYear.Of(
        draft.Questions.Select(content => (content.Code, Asked.Of(content, isComposed: true))), draft.Settings.SourceLanguage, isDraft: true);

    /// <summary>The codes asked before a year.</summary>
    public IEnumerable<string> CodesBefore(ReportingYear year) => _years
        .Where(known => known.Key < year && !known.Value.IsDraft)
        .SelectMany(known => known.Value.Questions.Keys)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The latest year before this one whose questionnaire is known, or null.</summary>
    public ReportingYear? QuestionnaireBefore(ReportingYear year) => _years
        .Where(known => known.Key < year && !known.Value.IsDraft && known.Value.Questions.Values.Any(asked => asked.Content is not null))
        .Select(known => (ReportingYear?)known.Key)
        .LastOrDefault();

    /// <summary>What a year asked under a code, or null.</summary>
    public QuestionContent? Find(ReportingYear year, string code) =>
        _years.GetValueOrDefault(year)?.Questions.GetValueOrDefault(code)?.Content;

    /// <summary>The latest wording under a code, or no text when only figures are known.</summary>
    public LocalizedText LatestText(string code) =>
        _years.Keys.Reverse().Select(year => Find(year, code)?.Text).FirstOrDefault(text => text is not null) ?? LocalizedText.Empty;

    /// <summary>A year's questions in order, as far as their wording is known.</summary>
    public IEnumerable<QuestionContent> QuestionsOf(ReportingYear year) =>
        _years.GetValueOrDefault(year)?.Order.Select(code => Find(year, code)).OfType<QuestionContent>() ?? [];

    /// <summary>The codes of all years, those of the latest questionnaire first and in its order.</summary>
    public IEnumerable<string> Codes() => _years.Values.Reverse().SelectMany(year => year.Order).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The links of all years: the stored ones brought up to date, the others derived now. Nothing is written unless the context is given.
    /// </summary>
    /// <param name="store">The context that new links are added to and the caller saves; null to read only.</param>
    public IReadOnlyList<QuestionLink> Links(KassaDbContext? store = null) => Links(store, isStoredFinal: false);

    private List<QuestionLink> Links(KassaDbContext? store, bool isStoredFinal)
    {
        var stored = _stored.ToDictionary(link => (link.QuestionCode.ToUpperInvariant(), link.ToYear));
        var links = new List<QuestionLink>();
        var latest = new Dictionary<string, (ReportingYear Year, Asked Asked)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (year, questions) in _years)
        {
            foreach (var code in questions.Order)
            {
                var asked = questions.Questions[code];
                if (latest.TryGetValue(code, out var earlier))
                {
                    var isStored = stored.TryGetValue((code.ToUpperInvariant(), year), out var link);
                    if (!isStored || !isStoredFinal || link!.FromYear != earlier.Year)
                    {
                        var suggestion = asked.Compare(earlier.Asked, questions.SourceLanguage);
                        link ??= QuestionLink.Create(_survey.FundId, _survey.Id, code, earlier.Year, year, suggestion);
                        link.Suggest(earlier.Year, suggestion);
                    }

                    if (!isStored)
                    {
                        store?.QuestionLinks.Add(link);
                    }

                    links.Add(link);
                }

                if (!questions.IsDraft)
                {
                    latest[code] = (year, asked);
                }
            }
        }

        return links;
    }

    /// <summary>A question in one year.</summary>
    /// <param name="Content">Its wording and rules; null when not known: of published figures, and of imported columns without a text.</param>
    /// <param name="Scale">Its scale; null for other kinds.</param>
    /// <param name="IsComposed">True when somebody composed it here: then no condition means that everybody was asked.</param>
    private sealed record Asked(QuestionContent? Content, AnswerScale? Scale, bool IsComposed = false)
    {
        public static Asked Of(QuestionContent content, bool isComposed) =>
            new(content.Text.Texts.Values.All(text => text == content.Code) ? null : content, content.Scale, isComposed);

        public QuestionSuggestion Compare(Asked earlier, string sourceLanguage)
        {
            if (Content is not null && earlier.Content is not null)
            {
                return QuestionComparison.Suggest(earlier.Beside(Content), Beside(earlier.Content), sourceLanguage);
            }

            return earlier.Scale is { } scale
                ? QuestionComparison.Suggest(scale, Scale)
                : new(Scale is null ? QuestionChange.Same : QuestionChange.Different, Scale is null ? QuestionChange.Same : QuestionChange.Different);
        }

        /// <summary>An imported wave may lack the question that decides who is asked: no condition there says nothing.</summary>
        private QuestionContent Beside(QuestionContent other) =>
            IsComposed ? Content! : Content! with { Condition = Content.Condition ?? other.Condition };
    }

    private sealed record AskedYear(Dictionary<string, Asked> Questions, List<string> Order, string SourceLanguage, bool IsDraft)
    {
        public static AskedYear Of(IEnumerable<(string Code, Asked Asked)> questions, string sourceLanguage, bool isDraft)
        {
            var byCode = new Dictionary<string, Asked>(StringComparer.OrdinalIgnoreCase);
            var order = new List<string>();
            foreach (var (code, asked) in questions)
            {
                if (byCode.TryAdd(code, asked))
                {
                    order.Add(code);
                }
            }

            return new(byCode, order, sourceLanguage, isDraft);
        }
    }
}
