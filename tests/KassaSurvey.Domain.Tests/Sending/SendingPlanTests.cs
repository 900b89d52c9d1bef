using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Domain.Tests.Sending;

public sealed class SendingPlanTests
{
    private static readonly DateTime Noon = new(2026, 11, 10, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void DueReminder_ComesOnItsDayAndOnce()
    {
        var plan = SendingPlan.Create(new(1), new(2));
        Assert.Equal(SendingErrors.NotInTurn, Assert.Single(plan.Release(1, Noon).Errors));
        Assert.True(plan.Release(0, Noon).IsSuccess);

        Assert.Null(plan.DueReminder(Noon.AddDays(4).AddSeconds(-1)));
        Assert.Equal(1, plan.DueReminder(Noon.AddDays(4)));
        Assert.True(plan.Release(1, Noon.AddDays(4)).IsSuccess);
        Assert.Null(plan.DueReminder(Noon.AddDays(5)));
        Assert.Equal(2, plan.DueReminder(Noon.AddDays(9)));
        plan.Pause(true);
        Assert.Null(plan.DueReminder(Noon.AddDays(9)));
        Assert.Equal(SendingErrors.NoSuchStep, Assert.Single(plan.Release(3, Noon).Errors));
    }

    [Fact]
    public void Change_ToWhatCannotBe_SaysAllThatIsWrong()
    {
        var plan = SendingPlan.Create(new(1), new(2));
        var wrong = new SendingPlanContent([new(0, []), new(5, [ContactChannels.Sms]), new(5, [ContactChannels.Sms])], 0, new(20, 0), new(9, 0));

        Assert.Equal(
            [SendingErrors.NoChannel, SendingErrors.BadDays, SendingErrors.BadRate(1, SendingPlan.MostPerMinute), SendingErrors.BadHours], plan.Change(wrong).Errors);
        Assert.Equal(SendingPlanContent.Usual.Steps, plan.Steps);
    }

    [Fact]
    public void Report_ThatComesLate_MakesNoBadEndGood()
    {
        var message = OutboxMessage.Plan(new(1), new(2), new(3), 0, ContactChannels.Email, Languages.Finnish, Noon);
        message.MarkSent(Noon, "");
        message.Report(DeliveryStatus.Delivered);
        message.Report(DeliveryStatus.BouncedTemporarily);
        Assert.Equal(DeliveryStatus.Delivered, message.Status);
        message.Report(DeliveryStatus.BouncedPermanently);
        message.Report(DeliveryStatus.Delivered);
        Assert.Equal(DeliveryStatus.BouncedPermanently, message.Status);
    }
}
