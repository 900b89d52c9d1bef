using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace KassaSurvey.Web.Endpoints;

/// <summary>A form that a member posted, read within bounds.</summary>
/// <param name="Answers">Posted values by question code.</param>
/// <param name="Go">Which way the member wants: next, back, submit, or save on the way.</param>
/// <param name="Language">The language chosen, when a language button was pressed.</param>
/// <param name="IsOurs">True when it comes from a page of ours that is not too old (antiforgery).</param>
internal sealed record PostedForm(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, string? Go, string? Language, bool IsOurs)
{
    /// <summary>Before each question's code, so that no code can collide with the form's own fields.</summary>
    public const string QuestionPrefix = "q-";

    public const string GoName = "go";

    public const string GoNext = "next";

    public const string GoBack = "back";

    public const string GoSubmit = "submit";

    public const string GoSave = "save";

    public const string LanguageName = "language";

    /// <summary>How much of a form is read.</summary>
    internal static readonly FormOptions Bounds = new()
    {
        ValueCountLimit = 512, KeyLengthLimit = 128, ValueLengthLimit = RespondingEndpoints.MaximumBody,
        BufferBodyLengthLimit = RespondingEndpoints.MaximumBody, MultipartBodyLengthLimit = RespondingEndpoints.MaximumBody,
    };

    /// <summary>Reads the form; null when it cannot be read: cut off, too large, or no form at all.</summary>
    public static async Task<PostedForm?> ReadAsync(HttpContext http, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            var form = await http.Request.ReadFormAsync(Bounds, cancellationToken);
            var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, values) in form)
            {
                if (name.StartsWith(QuestionPrefix, StringComparison.Ordinal))
                {
                    answers[name[QuestionPrefix.Length..]] = [.. values.Select(value => value ?? "")];
                }
            }

            return new(
                answers, form[GoName].FirstOrDefault(), form[LanguageName].FirstOrDefault(), await antiforgery.IsRequestValidAsync(http));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }
}
