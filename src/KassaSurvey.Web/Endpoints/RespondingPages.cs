using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Components.Responding;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Renders the answering pages, each with the status and the words that fit what happened.</summary>
internal sealed class RespondingPages(ViewInvitation invitations, IAntiforgery antiforgery)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Untouched = [];

    /// <summary>What stands behind the link now: the first page, or why there is nothing to answer.</summary>
    public async Task<IResult> LandingAsync(
        HttpContext http, string? token, string? language, bool expired, CancellationToken cancellationToken)
    {
        var result = await invitations.ExecuteAsync(new(token), cancellationToken);
        if (!result.IsSuccess)
        {
            return Unknown(http);
        }

        var (form, standing, own) = result.Value;
        var words = MemberWords.In(Languages.IsKnown(language) ? language! : own);
        return standing switch
        {
            LinkStanding.Waiting or LinkStanding.InProgress => Page<LandingPage>(
                expired ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
                new LandingPage.Content(
                    words, form, AppUrls.Survey(token!), RequestToken(http), standing == LinkStanding.InProgress, expired)),
            LinkStanding.Answered => Notice(StatusCodes.Status200OK, words, form, RespondingTexts.Answered,
                [words[form.IsConfidential ? RespondingTexts.AnsweredTextConfidential : RespondingTexts.AnsweredText]]),
            LinkStanding.Closed => Notice(
                StatusCodes.Status410Gone, words, form, RespondingTexts.Closed,
                [.. form.ClosesOn is { } last ? [words[RespondingTexts.ClosedOn, words.Day(last)]] : Array.Empty<string>(), words[RespondingTexts.ClosedText]]),
            LinkStanding.OptedOut => Notice(StatusCodes.Status410Gone, words, form, RespondingTexts.OptedOut, [words[RespondingTexts.OptedOutText]]),
            _ => Notice(StatusCodes.Status200OK, words, form, RespondingTexts.NotOpenYet, [words[RespondingTexts.NotOpenYetText]]),
        };
    }

    /// <summary>The first page as members see it, without a link behind it: its button leads nowhere.</summary>
    public static IResult Preview(SurveyForm form, string language) => Page<LandingPage>(
        StatusCodes.Status200OK, new LandingPage.Content(MemberWords.In(language), form, AppUrls.FacePreview(language), "", false, false));

    /// <summary>A page of the questionnaire.</summary>
    public IResult Answer(HttpContext http, string handle, ViewPage.View view) =>
        Answer(http, handle, view, StatusCodes.Status200OK, Untouched, [], expired: false);

    /// <summary>The page again, with what was refused and why.</summary>
    public IResult Refused(
        HttpContext http, string handle, ViewPage.View view, IReadOnlyDictionary<string, IReadOnlyList<string>> posted,
        IReadOnlyList<FieldProblem> problems) =>
        Answer(http, handle, view, StatusCodes.Status422UnprocessableEntity, posted, problems, expired: false);

    /// <summary>The page again, as the member left it, with a fresh form.</summary>
    public IResult Expired(
        HttpContext http, string handle, ViewPage.View view, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        Answer(http, handle, view, StatusCodes.Status400BadRequest, posted, [], expired: true);

    /// <summary>The end.</summary>
    public IResult Thanks(HttpContext http, ViewInvitation.View view, string? language)
    {
        var words = MemberWords.In(Languages.IsKnown(language) ? language! : view.Language);
        return Page<ThanksPage>(StatusCodes.Status200OK, new ThanksPage.Content(words, view.Form));
    }

    /// <summary>A link that leads nowhere.</summary>
    public IResult Unknown(HttpContext http) =>
        Stray(http, StatusCodes.Status404NotFound, RespondingTexts.Unknown, RespondingTexts.UnknownText, RespondingTexts.UnknownHelp);

    /// <summary>Answering pages opened in a browser that does not hold the link.</summary>
    public IResult Lost(HttpContext http) => Stray(http, StatusCodes.Status404NotFound, RespondingTexts.Lost, RespondingTexts.LostText);

    /// <summary>A form that arrived broken.</summary>
    public IResult Unreadable(HttpContext http) =>
        Stray(http, StatusCodes.Status400BadRequest, RespondingTexts.Unreadable, RespondingTexts.UnreadableText);

    private static RazorComponentResult<NoticePage> Stray(HttpContext http, int status, string title, params string[] texts)
    {
        var words = WordsOf(http);
        return Notice(status, words, null, title, [.. texts.Select(text => words[text])]);
    }

    private RazorComponentResult<AnswerPage> Answer(
        HttpContext http, string handle, ViewPage.View view, int status, IReadOnlyDictionary<string, IReadOnlyList<string>> posted,
        IReadOnlyList<FieldProblem> problems, bool expired)
    {
        var words = MemberWords.In(view.Language);
        var items = view.Items.Select(item => new AnswerPage.Field(
            item.Question,
            posted.TryGetValue(item.Question.Code, out var values) ? values : item.Values,
            problems.FirstOrDefault(problem => problem.QuestionCode == item.Question.Code) is { } problem
                ? words.Say(problem.Error, item.Question)
                : null));
        return Page<AnswerPage>(status, new AnswerPage.Content(
            words, view, [.. items], AppUrls.Answer(handle, view.Number), RequestToken(http), expired));
    }

    private static RazorComponentResult<NoticePage> Notice(int status, MemberWords words, SurveyForm? form, string title, string[] texts) =>
        Page<NoticePage>(status, new NoticePage.Content(words, form, words[title], texts));

    internal static RazorComponentResult<TPage> Page<TPage>(int status, object content)
        where TPage : IComponent => new(new Dictionary<string, object?> { ["Shown"] = content })
        {
            StatusCode = status, PreventStreamingRendering = true,
        };

    private string RequestToken(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken!;

    /// <summary>Without a genuine link nobody's language is known but the browser's.</summary>
    internal static MemberWords WordsOf(HttpContext http)
    {
        var asked = http.Request.Query["language"].ToString();
        var accepted = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Length >= 2 ? language.Value.Value![..2].ToLowerInvariant() : "")
            .FirstOrDefault(Languages.IsKnown);
        return MemberWords.In(Languages.IsKnown(asked) ? asked : accepted ?? Languages.English);
    }
}
