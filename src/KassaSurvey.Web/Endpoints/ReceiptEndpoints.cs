using KassaSurvey.Application.Features.Face;
using KassaSurvey.Application.Features.Receipts;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Components.Responding;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KassaSurvey.Web.Endpoints;

/// <summary>The page on which a member erases an answer with its receipt code. The code is the secret: there is nothing else to protect the form with.</summary>
internal static class ReceiptEndpoints
{
    /// <summary>Far more than a code and a button.</summary>
    private static readonly FormOptions Bounds = new() { ValueCountLimit = 16, KeyLengthLimit = 64, ValueLengthLimit = 1024, BufferBodyLengthLimit = 8192 };

    public static RazorComponentResult<ReceiptPage> Show(HttpContext http) => Page(StatusCodes.Status200OK, new(RespondingPages.WordsOf(http)));

    public static async Task<IResult> PostAsync(
        HttpContext http, ViewReceipt view, EraseResponse erase, FaceCache faces, RespondingLimits limits, CancellationToken cancellationToken)
    {
        var (code, isConfirmed, language) = await ReadAsync(http, cancellationToken);
        var words = Languages.IsKnown(language) ? MemberWords.In(language) : RespondingPages.WordsOf(http);
        if (!limits.AllowReceipt(http))
        {
            return Page(StatusCodes.Status429TooManyRequests, new(words) { Code = code, IsTooMany = true });
        }

        // Looked at before anything is erased: afterwards nothing says whose answer it was.
        var found = await view.ExecuteAsync(new(code), cancellationToken);
        var face = found.IsSuccess ? await faces.GetAsync(found.Value.FundKey, cancellationToken) : null;
        if (isConfirmed)
        {
            // Not the request's own token: what was confirmed is done even when the phone loses the network meanwhile.
            var erased = await erase.ExecuteAsync(new(code), CancellationToken.None);
            return erased.IsSuccess
                ? Page(StatusCodes.Status200OK, new(words) { IsErased = true, Face = face })
                : Page(StatusCodes.Status422UnprocessableEntity, new(words) { Code = code, IsUnknown = true });
        }

        return found.IsSuccess
            ? Page(StatusCodes.Status200OK, new(words) { Code = code, Found = found.Value, Face = face })
            : Page(StatusCodes.Status422UnprocessableEntity, new(words) { Code = code, IsUnknown = true });
    }

    private static async Task<(string Code, bool IsConfirmed, string Language)> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(Bounds, cancellationToken) : FormCollection.Empty;
            return (form[ReceiptPage.CodeName].ToString(), form[ReceiptPage.ConfirmName] == ReceiptPage.Confirmed, form[PostedForm.LanguageName].ToString());
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
        {
            return ("", false, "");
        }
    }

    private static RazorComponentResult<ReceiptPage> Page(int status, ReceiptPage.Content content) =>
        new(new Dictionary<string, object?> { [nameof(ReceiptPage.Shown)] = content }) { StatusCode = status, PreventStreamingRendering = true };
}
