using FluentValidation;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Accessibility;

/// <summary>
/// Takes in what anybody writes about a barrier on a fund's pages. Nothing ties it to a member, a link or an answer: only the words, the
/// reply address when one is given, and the day are kept.
/// </summary>
public sealed class SendFeedback(IKassaDatabase database, FaceCache faces, TimeProvider time)
{
    /// <param name="FundKey">The fund that is written to.</param>
    /// <param name="Text">What was written.</param>
    /// <param name="ReplyTo">Where an answer can be sent; may be empty.</param>
    public sealed record Command(string FundKey, string Text, string ReplyTo);

    /// <summary>Stores it. Nobody needs to be signed in.</summary>
    /// <returns>The last day to answer.</returns>
    public async Task<Result<DateOnly>> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        var validation = new Validator().Validate(command);
        if (!validation.IsValid)
        {
            return Result<DateOnly>.Failed([.. validation.Errors.Select(failure => (Error)failure.CustomState).Distinct()]);
        }

        if (await faces.GetAsync(command.FundKey, cancellationToken) is not { } face)
        {
            return FeedbackErrors.UnknownFund;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var feedback = AccessibilityFeedback.Receive(
            face.FundId, command.Text.ReplaceLineEndings("\n").Trim(), command.ReplyTo.Trim(), today);
        await using var db = database.For(Viewer.Respondent(face.FundId));
        db.AccessibilityFeedback.Add(feedback);
        await db.SaveChangesAsync(cancellationToken);
        return feedback.DueOn;
    }

    /// <summary>What feedback must have.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(command => command.Text).NotEmpty().WithState(_ => FeedbackErrors.NoText);
            RuleFor(command => command.Text.ReplaceLineEndings("\n").Trim())
                .MaximumLength(AccessibilityFeedback.LongestText).WithState(_ => FeedbackErrors.TextTooLong(AccessibilityFeedback.LongestText));
            RuleFor(command => command.ReplyTo.Trim())
                .EmailAddress().WithState(_ => FeedbackErrors.BadReplyAddress)
                .MaximumLength(AccessibilityFeedback.LongestAddress).WithState(_ => FeedbackErrors.BadReplyAddress)
                .When(command => !string.IsNullOrWhiteSpace(command.ReplyTo));
        }
    }
}
