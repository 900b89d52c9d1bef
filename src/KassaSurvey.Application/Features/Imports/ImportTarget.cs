using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>The wave that a file of answers belongs to, found or made in a context that the caller saves or throws away.</summary>
internal sealed class ImportTarget
{
    private ImportTarget(Fund fund, Survey survey, Wave wave, bool isImported, bool mayGrow, ImmutableArray<string> added)
    {
        (Fund, Survey, Wave, IsImported, AddedQuestions) = (fund, survey, wave, isImported, added);
        KnownCodes = wave.Questions.Select(question => question.Code);
        if (mayGrow)
        {
            KnownCodes = KnownCodes.Concat(BuiltInQuestionnaire.Questions.Select(content => content.Code));
        }

        Questionnaire = new(wave.Questions);
    }

    public Fund Fund { get; }

    public Survey Survey { get; }

    public Wave Wave { get; }

    /// <summary>True when all the wave's answers come from files; false when members answer it here.</summary>
    public bool IsImported { get; }

    /// <summary>The codes of questions that the wave did not have.</summary>
    public ImmutableArray<string> AddedQuestions { get; }

    public Questionnaire Questionnaire { get; }

    /// <summary>The codes that a heading can have.</summary>
    public IEnumerable<string> KnownCodes { get; }

    /// <summary>Finds the wave; makes what is missing when the command says so.</summary>
    /// <param name="context">The context that tracks it all.</param>
    /// <param name="viewer">Who imports.</param>
    /// <param name="command">What to import where.</param>
    /// <param name="headings">The file's headings.</param>
    /// <param name="numeric">Headings of unknown columns that hold numbers: they become scale questions.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<Result<ImportTarget>> PrepareAsync(
        KassaDbContext context, Viewer viewer, ImportResponses.Command command,
        ImmutableArray<string> headings, IReadOnlySet<string> numeric, CancellationToken cancellationToken)
    {
        var fund = await context.Funds.SingleOrDefaultAsync(row => row.Key == command.FundKey, cancellationToken);
        if (fund is null)
        {
            if (!command.Create || !viewer.IsOperator)
            {
                return WaveErrors.FundNotFound(command.FundKey);
            }

            fund = Fund.Create(command.FundKey, LocalizedText.Same(command.FundKey), Languages.Finnish, contactEmail: "");
            context.Funds.Add(fund);
        }

        var survey = await context.Surveys.SingleOrDefaultAsync(
            row => row.FundId == fund.Id && row.Key == command.SurveyKey, cancellationToken);
        if (survey is null)
        {
            if (!command.Create)
            {
                return WaveErrors.SurveyNotFound(command.SurveyKey);
            }

            survey = CreateSurvey.Add(context, fund, command.SurveyKey, LocalizedText.Same(command.SurveyKey));
        }

        var year = new ReportingYear(command.Year);
        var wave = await context.Waves.Include(row => row.Questions)
            .SingleOrDefaultAsync(row => row.SurveyId == survey.Id && row.Year == year, cancellationToken);
        if (wave is null && !command.Create)
        {
            return WaveErrors.YearNotFound(command.SurveyKey, command.Year);
        }

        var isImported = wave is null || await IsImportedAsync(context, wave, cancellationToken);
        if (wave is not null && !isImported && wave.Status != WaveStatus.Open)
        {
            return wave.Status == WaveStatus.Draft
                ? ImportErrors.WaveIsDraft(command.Year)
                : ImportErrors.WaveIsClosed(command.Year);
        }

        if (wave is null)
        {
            wave = Wave.Create(survey, year);
            context.Waves.Add(wave);
        }

        var mayGrow = command.Create && isImported;
        var added = mayGrow ? AddQuestions(wave, headings, numeric, command.Scale) : [];
        return new ImportTarget(fund, survey, wave, isImported, mayGrow, added);
    }

    private static async Task<bool> IsImportedAsync(KassaDbContext context, Wave wave, CancellationToken cancellationToken) =>
        wave is { Status: WaveStatus.Closed, InvitedCount: null }
        && !await context.Invitations.AnyAsync(row => row.WaveId == wave.Id, cancellationToken);

    /// <summary>Adds the built-in questions that the file has, in their own order, then a scale question for each other column of numbers.</summary>
    private static ImmutableArray<string> AddQuestions(
        Wave wave, ImmutableArray<string> headings, IReadOnlySet<string> numeric, AnswerScale scale)
    {
        var wanted = headings.Where(ImportColumns.MayBeQuestion).ToHashSet(StringComparer.OrdinalIgnoreCase);
        wanted.ExceptWith(wave.Questions.Select(question => question.Code));
        var contents = BuiltInQuestionnaire.Questions.Where(content => wanted.Contains(content.Code)).ToList();
        wanted.ExceptWith(contents.Select(content => content.Code));
        foreach (var heading in headings.Where(heading => numeric.Contains(heading) && wanted.Remove(heading)))
        {
            contents.Add(new(heading, QuestionKind.Scale, LocalizedText.Same(heading)) { Scale = scale, AllowsCantSay = true });
        }

        var codes = wave.Questions.Select(question => question.Code)
            .Concat(contents.Select(content => content.Code))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var content in contents)
        {
            // A condition on a question that nobody was asked in this wave would hide the answers there are.
            var kept = content.Condition is { } condition && !codes.Contains(condition.QuestionCode)
                ? content with { Condition = null }
                : content;
            _ = wave.Add(kept).Value;
        }

        return [.. contents.Select(content => content.Code)];
    }
}
