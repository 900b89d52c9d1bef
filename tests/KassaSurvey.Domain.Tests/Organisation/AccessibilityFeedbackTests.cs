using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Tests.Organisation;

public class AccessibilityFeedbackTests
{
    private static readonly DateOnly Monday = new(2026, 11, 2);

    [Fact]
    public void Feedback_IsDueInFourteenDaysAndOverdueAfterThem()
    {
        var feedback = AccessibilityFeedback.Receive(new FundId(1), "The button", "", Monday);

        Assert.Equal(new DateOnly(2026, 11, 16), feedback.DueOn);
        Assert.False(feedback.IsOverdueOn(feedback.DueOn));
        Assert.True(feedback.IsOverdueOn(feedback.DueOn.AddDays(1)));
    }

    [Fact]
    public void Feedback_AnsweredTwice_KeepsTheFirstAnswer()
    {
        var feedback = AccessibilityFeedback.Receive(new FundId(1), "The button", "", Monday);
        Assert.True(feedback.MarkAnswered("Aino", "Mended", Monday).IsSuccess);

        var again = feedback.MarkAnswered("Olli", "Mended too", Monday.AddDays(30));

        Assert.Equal("Feedback.AlreadyAnswered", Assert.Single(again.Errors).Code);
        Assert.Equal(("Aino", "Mended", Monday), (feedback.AnsweredBy, feedback.AnswerNote, feedback.AnsweredOn));
        Assert.False(feedback.IsOverdueOn(Monday.AddDays(30)));
    }
}
