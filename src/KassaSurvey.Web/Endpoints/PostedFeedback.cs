using KassaSurvey.Web.Components.Responding;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Accessibility feedback as somebody posted it.</summary>
/// <param name="Text">What was written.</param>
/// <param name="ReplyTo">Where an answer can be sent; may be empty.</param>
internal sealed record PostedFeedback(string Text, string ReplyTo)
{
    /// <summary>Reads the form; null when it cannot be read.</summary>
    public static async Task<PostedFeedback?> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            var form = await http.Request.ReadFormAsync(PostedForm.Bounds, cancellationToken);
            return new(form[FeedbackForm.TextName].ToString(), form[FeedbackForm.ReplyName].ToString());
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }
}
