using KassaSurvey.Application.Features.Letters;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Web.Components.Responding;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KassaSurvey.Web.Endpoints;

/// <summary>The page on which a member types the code of a letter. The form is worth nothing without the code: there is nothing else to protect.</summary>
internal static class LetterEndpoints
{
    /// <summary>Far more than a code and a language.</summary>
    private static readonly FormOptions Bounds = new() { ValueCountLimit = 16, KeyLengthLimit = 64, ValueLengthLimit = 1024, BufferBodyLengthLimit = 8192 };

    public static RazorComponentResult<LetterPage> Show(HttpContext http) => Page(StatusCodes.Status200OK, new(RespondingPages.WordsOf(http)));

    public static async Task<IResult> PostAsync(HttpContext http, OpenLetter open, RespondingLimits limits, CancellationToken cancellationToken)
    {
        var (code, language) = await ReadAsync(http, cancellationToken);
        var words = Languages.IsKnown(language) ? MemberWords.In(language) : RespondingPages.WordsOf(http);
        if (string.IsNullOrWhiteSpace(code))
        {
            return Page(StatusCodes.Status422UnprocessableEntity, new(words) { Problem = RespondingTexts.LetterMissing });
        }

        if (!limits.AllowLetter(http))
        {
            return Page(StatusCodes.Status429TooManyRequests, new(words) { Code = code, Problem = RespondingTexts.ReceiptTooMany });
        }

        var token = await open.ExecuteAsync(new(code), cancellationToken);
        return token.IsSuccess
            ? new SeeOther(AppUrls.Survey(token.Value, ResponseMode.Letter))
            : Page(StatusCodes.Status422UnprocessableEntity, new(words) { Code = code, Problem = RespondingTexts.LetterUnknown });
    }

    private static async Task<(string Code, string Language)> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(Bounds, cancellationToken) : FormCollection.Empty;
            return (form[LetterPage.CodeName].ToString(), form[PostedForm.LanguageName].ToString());
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
        {
            return ("", "");
        }
    }

    private static RazorComponentResult<LetterPage> Page(int status, LetterPage.Content content) =>
        RespondingPages.Page<LetterPage>(status, content);
}
