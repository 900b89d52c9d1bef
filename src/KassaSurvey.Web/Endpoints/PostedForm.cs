using System.Runtime.InteropServices;
using System.Security.Cryptography;
using KassaSurvey.Application.Features.Responding;
using Microsoft.AspNetCore.Http.Features;

namespace KassaSurvey.Web.Endpoints;

/// <summary>A form that a member posted, read within bounds.</summary>
/// <param name="Answers">Posted values by question code.</param>
/// <param name="Go">Which way the member wants: next, back, submit, or save on the way.</param>
/// <param name="Language">The language chosen, when a language button was pressed.</param>
/// <param name="IsOurs">True when it comes from a page that was made for this link.</param>
internal sealed record PostedForm(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, string? Go, string? Language, bool IsOurs)
{
    /// <summary>Before each question's code, so that no code can collide with the form's own fields.</summary>
    public const string QuestionPrefix = "q-";

    /// <summary>The field of the form's seal.</summary>
    public const string SealName = "__RequestVerificationToken";

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
    public static async Task<PostedForm?> ReadAsync(HttpContext http, MemberPass pass, CancellationToken cancellationToken)
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
                answers, form[GoName].FirstOrDefault(), form[LanguageName].FirstOrDefault(), IsOf(pass, form[SealName].ToString()));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    private static bool IsOf(MemberPass pass, string seal) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(pass.Seal.AsSpan()), MemoryMarshal.AsBytes(seal.AsSpan()));
}
