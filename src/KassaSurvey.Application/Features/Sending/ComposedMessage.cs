using System.Globalization;
using System.Net;
using System.Text;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>What is a member's own in a message.</summary>
/// <param name="Name">The member's name, or nothing.</param>
/// <param name="Link">The member's link.</param>
/// <param name="OptOut">Where "no more messages" is said.</param>
/// <param name="Code">The code of the member's letter; nothing in other messages.</param>
public sealed record MessageFilling(string? Name, string Link, string OptOut, string Code = "");

/// <summary>A message with everything put in.</summary>
/// <param name="Subject">Subject or heading.</param>
/// <param name="Text">As plain text.</param>
/// <param name="Html">As HTML; the same words.</param>
public sealed record ComposedMessage(string Subject, string Text, string Html)
{
    private const string ProductColour = "#14507a";

    /// <summary>Puts everything into a template's words.</summary>
    public static ComposedMessage Of(MessageWords words, SurveyForm form, string language, MessageFilling filling)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [MessageText.Link] = filling.Link,
            [MessageText.Unsubscribe] = filling.OptOut,
            [MessageText.Fund] = form.FundName.In(language),
            [MessageText.Survey] = form.SurveyName.In(language),
            [MessageText.LastDay] = form.ClosesOn is { } last ? Day(last, language) : "",
            [MessageText.Minutes] = form.Minutes.ToString(CultureInfo.InvariantCulture),
            [MessageText.Name] = filling.Name ?? "",
            [MessageText.Code] = filling.Code,
        };
        // A line break in a fund's or a survey's name would become a header of its own.
        var subject = MessageText.Fill(words.Subject, values).ReplaceLineEndings(" ");
        return new(subject, MessageText.Fill(words.Body, values), HtmlOf(subject, words.Body, values, language, form.Face.Colour?.ToString() ?? ProductColour));
    }

    private static string Day(DateOnly day, string language) => day.ToString(
        language switch
        {
            Languages.Finnish => "d.M.yyyy",
            Languages.Danish => "d. MMMM yyyy",
            _ => "d MMMM yyyy",
        },
        CultureInfo.GetCultureInfo(language));

    private static string HtmlOf(string subject, string body, Dictionary<string, string> values, string language, string colour)
    {
        var html = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{WebUtility.HtmlEncode(subject)}</title></head>")
            .Append("<body style=\"margin:0;padding:24px 16px;background:#ffffff;color:#1b1b1b;font:16px/1.5 Arial,sans-serif\"><div style=\"max-width:36em\">");
        foreach (var paragraph in body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p style=\"margin:0 0 16px\">").Append(Paragraph(paragraph, values, language, colour)).Append("</p>");
        }

        return html.Append("</div></body></html>").ToString();
    }

    private static string Paragraph(string paragraph, Dictionary<string, string> values, string language, string colour)
    {
        if (MessageText.Parse(paragraph) is [{ IsPlaceholder: true, Text: MessageText.Link }])
        {
            return Anchor(
                values[MessageText.Link], MessageTexts.In(language, MessageTexts.AnswerButton),
                $"display:inline-block;padding:12px 20px;border-radius:6px;background:{colour};color:#ffffff;font-weight:bold;text-decoration:none");
        }

        // The links are put in last, so that what stands around them is encoded and they are not.
        var links = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["\u0001"] = Anchor(values[MessageText.Link], WebUtility.HtmlEncode(values[MessageText.Link]), $"color:{colour};word-break:break-all"),
            ["\u0002"] = Anchor(values[MessageText.Unsubscribe], MessageTexts.In(language, MessageTexts.UnsubscribeLink), $"color:{colour}"),
        };
        var marked = new Dictionary<string, string>(values, StringComparer.Ordinal) { [MessageText.Link] = "\u0001", [MessageText.Unsubscribe] = "\u0002" };
        var encoded = WebUtility.HtmlEncode(MessageText.Fill(paragraph, marked)).Replace("\n", "<br>", StringComparison.Ordinal);
        return links.Aggregate(encoded, (text, link) => text.Replace(link.Key, link.Value, StringComparison.Ordinal));
    }

    private static string Anchor(string address, string text, string style) =>
        $"<a href=\"{WebUtility.HtmlEncode(address)}\" style=\"{style}\">{text}</a>";
}
