using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Formatting;

/// <summary>Says an expected error in the reader's language.</summary>
public static class ErrorSentences
{
    /// <summary>The sentence of the error's code with its arguments.</summary>
    public static string Of(this IStringLocalizer<ErrorTexts> texts, Error error)
    {
        var sentence = texts[error.Code.Replace('.', '_'), [.. error.Arguments.Select(argument => argument ?? "")]];
        return sentence.ResourceNotFound ? texts[ErrorTexts.Other, error.Code] : sentence;
    }

    /// <summary>The sentences of several errors, each once.</summary>
    public static IReadOnlyList<string> Of(this IStringLocalizer<ErrorTexts> texts, IEnumerable<Error> errors) =>
        [.. errors.Select(texts.Of).Distinct()];
}
