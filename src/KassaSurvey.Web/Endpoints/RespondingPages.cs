using KassaSurvey.Application.Features.Face;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Components.Responding;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Renders the answering pages, each with the status and the words that fit what happened.</summary>
internal sealed class RespondingPages(LinkReader links, ViewInvitation invitations, PageTemplates templates)
{
    /// <summary>What stands behind the link now: the first page, or why there is nothing to answer.</summary>
    public async Task<IResult> LandingAsync(
        HttpContext http, string? token, string? language, bool expired, CancellationToken cancellationToken)
    {
        var result = await invitations.ExecuteAsync(new(token), cancellationToken);
        if (!result.IsSuccess)
        {
            return Unknown(http);
        }

        var pass = links.PassOf(token)!;
        var (form, standing, own) = result.Value;
        var words = MemberWords.In(form.Speak(language, own));
        var way = EntryWay.Of(http);
        return standing switch
        {
            LinkStanding.Waiting or LinkStanding.InProgress when expired =>
                First(words, form, standing, way, Filling.Of(pass.Token, pass.Seal), StatusCodes.Status400BadRequest, expired: true),
            LinkStanding.Waiting or LinkStanding.InProgress => await templates.ShowAsync(
                http, form, new PageKey(words.Language, standing) with { Shown = way ?? "" }, Filling.Of(pass.Token, pass.Seal),
                filling => First(words, form, standing, way, filling, StatusCodes.Status200OK, expired: false)),
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

    /// <summary>A page of a draft as members will see it: every question, also those that are shown only sometimes. Its buttons lead nowhere.</summary>
    /// <param name="form">The draft.</param>
    /// <param name="number">The page; 0 is the first one, before the questions.</param>
    /// <param name="language">The language.</param>
    public static IResult Preview(SurveyForm form, int number, string language)
    {
        if (number == 0)
        {
            return Page<LandingPage>(StatusCodes.Status200OK, new LandingPage.Content(MemberWords.In(language), form, "", "", false, false));
        }

        var pages = form.Questionnaire.Pages;
        var items = pages[number - 1].Questions.Select(question => new ViewPage.Item(question, []));
        return Answer(
            new(form, language, number, number, pages.Length, [.. items]), Filling.Nothing, StatusCodes.Status200OK, [], notice: null);
    }

    /// <summary>A page of the questionnaire.</summary>
    public Task<IResult> AnswerAsync(HttpContext http, MemberPass pass, ViewPage.View view) => templates.ShowAsync(
        http, view.Form, new(view), Filling.Of(pass.Handle, pass.Seal, view.Items),
        filling => Answer(view, filling, StatusCodes.Status200OK, [], notice: null));

    /// <summary>The page again, with what was refused and why.</summary>
    public IResult Refused(
        MemberPass pass, ViewPage.View view, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, IReadOnlyList<FieldProblem> problems) =>
        Answer(view, Filling.Of(pass.Handle, pass.Seal, view.Items, posted), StatusCodes.Status422UnprocessableEntity, problems, notice: null);

    /// <summary>The page again, as the member left it, with a fresh form.</summary>
    public IResult Expired(MemberPass pass, ViewPage.View view, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) => Answer(
        view, Filling.Of(pass.Handle, pass.Seal, view.Items, posted), StatusCodes.Status400BadRequest, [], AnswerPage.PageNotice.Expired);

    /// <summary>The page again, as the member left it, to be sent a little later.</summary>
    public IResult TooMany(MemberPass pass, ViewPage.View view, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) => Answer(
        view, Filling.Of(pass.Handle, pass.Seal, view.Items, posted), StatusCodes.Status429TooManyRequests, [], AnswerPage.PageNotice.TooMany);

    /// <summary>The end.</summary>
    public Task<IResult> ThanksAsync(HttpContext http, ViewInvitation.View view, string? language)
    {
        var words = MemberWords.In(view.Form.Speak(language, view.Language));
        var receipt = ReceiptCookie.Read(http);
        return templates.ShowAsync(
            http, view.Form, new PageKey(words.Language, LinkStanding.Answered) with { Number = receipt is null ? 0 : 1 }, Filling.Of(receipt ?? "", ""),
            filling => Page<ThanksPage>(
                StatusCodes.Status200OK, new ThanksPage.Content(words, view.Form, receipt is null ? null : filling.Address)));
    }

    /// <summary>A link that leads nowhere.</summary>
    public IResult Unknown(HttpContext http) =>
        Stray(http, StatusCodes.Status404NotFound, RespondingTexts.Unknown, RespondingTexts.UnknownText, RespondingTexts.UnknownHelp);

    /// <summary>Answering pages opened in a browser that does not hold the link.</summary>
    public IResult Lost(HttpContext http) => Stray(http, StatusCodes.Status404NotFound, RespondingTexts.Lost, RespondingTexts.LostText);

    /// <summary>Too many requests at once, where there is nothing typed to lose.</summary>
    public static IResult TooMany(HttpContext http) =>
        Stray(http, StatusCodes.Status429TooManyRequests, RespondingTexts.TooMany, RespondingTexts.TooManyText);

    /// <summary>A link of the fund's own service that is not good, or not any more.</summary>
    public static IResult PortalExpired(HttpContext http) =>
        Stray(http, StatusCodes.Status403Forbidden, RespondingTexts.PortalExpired, RespondingTexts.PortalExpiredText);

    /// <summary>A member whom the fund asks nothing now.</summary>
    public static IResult PortalNone(HttpContext http, PublicFace face)
    {
        var words = WordsOf(http);
        return Page<NoticePage>(StatusCodes.Status404NotFound, new NoticePage.Content(
            words, null, words[RespondingTexts.PortalNone], [words[RespondingTexts.PortalNoneText]]) { Face = face });
    }

    /// <summary>A form that arrived broken.</summary>
    public IResult Unreadable(HttpContext http) =>
        Stray(http, StatusCodes.Status400BadRequest, RespondingTexts.Unreadable, RespondingTexts.UnreadableText);

    private static RazorComponentResult<NoticePage> Stray(HttpContext http, int status, string title, params string[] texts)
    {
        var words = WordsOf(http);
        return Notice(status, words, null, title, [.. texts.Select(text => words[text])]);
    }

    private static RazorComponentResult<LandingPage> First(
        MemberWords words, SurveyForm form, LinkStanding standing, string? way, Filling filling, int status, bool expired) =>
        Page<LandingPage>(status, new LandingPage.Content(
            words, form, AppUrls.Survey(filling.Address, way), filling.Seal, standing == LinkStanding.InProgress, expired));

    private static RazorComponentResult<AnswerPage> Answer(
        ViewPage.View view, Filling filling, int status, IReadOnlyList<FieldProblem> problems, AnswerPage.PageNotice? notice)
    {
        var words = MemberWords.In(view.Language);
        var items = view.Items.Select(item => new AnswerPage.Field(
            item.Question,
            filling.ValuesOf(item.Question),
            problems.FirstOrDefault(problem => problem.QuestionCode == item.Question.Code) is { } problem
                ? words.Say(problem.Error, item.Question)
                : null));
        return Page<AnswerPage>(status, new AnswerPage.Content(
            words, view, [.. items], AppUrls.Answer(filling.Address, view.Number), filling.Seal, notice));
    }

    private static RazorComponentResult<NoticePage> Notice(int status, MemberWords words, SurveyForm? form, string title, string[] texts) =>
        Page<NoticePage>(status, new NoticePage.Content(words, form, words[title], texts));

    internal static RazorComponentResult<TPage> Page<TPage>(int status, object content)
        where TPage : IComponent => new(new Dictionary<string, object?> { ["Shown"] = content })
        {
            StatusCode = status, PreventStreamingRendering = true,
        };

    /// <summary>Without a genuine link nobody's language is known but the browser's.</summary>
    public static MemberWords WordsOf(HttpContext http)
    {
        var asked = http.Request.Query["language"].ToString();
        var accepted = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Length >= 2 ? language.Value.Value![..2].ToLowerInvariant() : "")
            .FirstOrDefault(Languages.IsKnown);
        return MemberWords.In(Languages.IsKnown(asked) ? asked : accepted ?? Languages.English);
    }
}
