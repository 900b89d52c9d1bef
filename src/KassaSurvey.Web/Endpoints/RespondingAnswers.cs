using System.Globalization;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Endpoints;

/// <summary>The pages of the questionnaire: show, save, submit, thank.</summary>
internal static class RespondingAnswers
{
    public static async Task<IResult> ShowAsync(
        HttpContext http, RespondingPages pages, ViewPage view, LinkReader links, string handle, string? page, string? language,
        CancellationToken cancellationToken)
    {
        if (MemberCookie.Read(http, handle, links) is not { } pass)
        {
            return pages.Lost(http);
        }

        var number = PageNumber(page);
        var result = await view.ExecuteAsync(new(pass.Token, number), cancellationToken);
        if (!result.IsSuccess)
        {
            return await pages.LandingAsync(http, pass.Token, language, expired: false, cancellationToken);
        }

        return result.Value.Number == number
            ? await pages.AnswerAsync(http, pass, result.Value)
            : new SeeOther(AppUrls.Answer(handle, result.Value.Number));
    }

    public static async Task<IResult> SaveAsync(
        HttpContext http, RespondingPages pages, ViewPage view, SaveAnswers save, SubmitResponse submit, LinkReader links,
        RespondingLimits limits, string handle, string page, CancellationToken cancellationToken)
    {
        if (MemberCookie.Read(http, handle, links) is not { } pass)
        {
            return pages.Lost(http);
        }

        if (await PostedForm.ReadAsync(http, pass, cancellationToken) is not { } form)
        {
            return pages.Unreadable(http);
        }

        var number = PageNumber(page);
        if (!form.IsOurs || !limits.Allow(pass) || !limits.Allow(http))
        {
            var unsaved = await view.ExecuteAsync(new(pass.Token, number), cancellationToken);
            return !unsaved.IsSuccess ? await pages.LandingAsync(http, pass.Token, form.Language, expired: false, cancellationToken)
                : form.IsOurs ? pages.TooMany(pass, unsaved.Value, form.Answers)
                : pages.Expired(pass, unsaved.Value, form.Answers);
        }

        // From here on not the request's own token: what was sent is saved even when the phone loses the network meanwhile.
        var (error, problems, next) = form is { Go: PostedForm.GoSubmit, Language: null }
            ? await SubmitAsync(http, submit, pass.Token, number, handle, form)
            : await StoreAsync(save, pass.Token, number, handle, form);
        if (error is not null)
        {
            return await pages.LandingAsync(http, pass.Token, form.Language, expired: false, cancellationToken);
        }

        if (form.Go == PostedForm.GoSave)
        {
            return TypedResults.NoContent();
        }

        if (problems.Count == 0)
        {
            return new SeeOther(next);
        }

        var shown = await view.ExecuteAsync(new(pass.Token, number), cancellationToken);
        return shown.IsSuccess
            ? pages.Refused(pass, shown.Value, form.Answers, problems)
            : await pages.LandingAsync(http, pass.Token, form.Language, expired: false, cancellationToken);
    }

    public static async Task<IResult> ThankAsync(
        HttpContext http, RespondingPages pages, ViewInvitation view, LinkReader links, string handle, string? language,
        CancellationToken cancellationToken)
    {
        if (MemberCookie.Read(http, handle, links) is not { } pass)
        {
            return pages.Lost(http);
        }

        var result = await view.ExecuteAsync(new(pass.Token), cancellationToken);
        return result is { IsSuccess: true, Value.Standing: LinkStanding.Answered }
            ? await pages.ThanksAsync(http, result.Value, language)
            : await pages.LandingAsync(http, pass.Token, language, expired: false, cancellationToken);
    }

    private static async Task<Outcome> StoreAsync(SaveAnswers save, string token, int page, string handle, PostedForm form)
    {
        var command = new SaveAnswers.Command(token, page, form.Language, IsLeft: form.Go is not (PostedForm.GoSave or PostedForm.GoBack) && form.Language is null, form.Answers);
        var result = await save.ExecuteAsync(command, CancellationToken.None);
        if (!result.IsSuccess)
        {
            return new(result.Errors[0], [], "");
        }

        var target = form switch
        {
            { Language: not null } => page,
            { Go: PostedForm.GoBack } => result.Value.Previous,
            _ => result.Value.Next,
        };
        return new(null, result.Value.Problems, AppUrls.Answer(handle, target));
    }

    private static async Task<Outcome> SubmitAsync(HttpContext http, SubmitResponse submit, string token, int page, string handle, PostedForm form)
    {
        var result = await submit.ExecuteAsync(new(token, page, form.Answers), CancellationToken.None);
        if (!result.IsSuccess)
        {
            return new(result.Errors[0], [], "");
        }

        var outcome = result.Value;
        if (outcome.Receipt is { } receipt)
        {
            ReceiptCookie.Write(http, handle, receipt);
        }

        return new(null, outcome.Problems, outcome.Next is { } next ? AppUrls.Answer(handle, next) : AppUrls.Thanks(handle, outcome.Language));
    }

    /// <summary>Anything that is no page number leads to the first page.</summary>
    private static int PageNumber(string? page) =>
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;

    private readonly record struct Outcome(Error? Error, IReadOnlyList<FieldProblem> Problems, string Next);
}
