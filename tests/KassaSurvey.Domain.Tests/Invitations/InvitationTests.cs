using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Invitations;

public class InvitationTests
{
    private static readonly FundId Fund = NewId.Of<FundId>();
    private static readonly Wave Wave = Wave.Create(Survey.Create(Fund, "yearly", LocalizedText.Same("Yearly")), new(2026));

    [Fact]
    public void Invitation_WholeLife_EndsWithoutAWayToTheResponse()
    {
        var invitation = Invitation.Create(Wave, Member.Create(Fund, "1", "sv"));
        var response = NewId.Of<ResponseId>();

        Assert.True(invitation.Start(response).IsSuccess);
        Assert.Equal(response, invitation.OpenResponseId);
        Assert.True(invitation.MarkAnswered().IsSuccess);

        Assert.Null(invitation.OpenResponseId);
        Assert.Equal(InvitationStatus.Answered, invitation.Status);
        Assert.Equal("sv", invitation.Language);
    }

    [Fact]
    public void Start_SecondTime_KeepsTheFirstResponse()
    {
        var invitation = Invitation.Create(Wave, Member.Create(Fund, "1", "fi"));
        var first = NewId.Of<ResponseId>();
        invitation.Start(first);

        Assert.False(invitation.Start(NewId.Of<ResponseId>()).IsSuccess);
        Assert.Equal(first, invitation.OpenResponseId);
    }

    [Fact]
    public void MarkAnswered_NotStarted_IsAnError() =>
        Assert.False(Invitation.Create(Wave, Member.Create(Fund, "1", "fi")).MarkAnswered().IsSuccess);

    [Fact]
    public void Submit_SecondTime_KeepsTheFirstDay()
    {
        var response = Response.Start(Wave, "fi", []);

        Assert.True(response.Submit(new(2026, 11, 1)).IsSuccess);
        Assert.False(response.Submit(new(2026, 11, 9)).IsSuccess);
        Assert.Equal(new DateOnly(2026, 11, 1), response.CompletedOn);
    }

    [Fact]
    public void Response_HasNoPropertyThatNamesAMemberOrATime()
    {
        var types = typeof(Response).GetProperties().Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).ToHashSet();

        Assert.DoesNotContain(typeof(MemberId), types);
        Assert.DoesNotContain(typeof(InvitationId), types);
        Assert.DoesNotContain(typeof(DateTime), types);
        Assert.DoesNotContain(typeof(DateTimeOffset), types);
    }

    [Fact]
    public void Assign_SameSegmentTwice_KeepsTheLast()
    {
        var member = Member.Create(Fund, "1", "fi");
        member.Assign(new("region", "Uusimaa"));
        member.Assign(new("region", "Pirkanmaa"));
        Assert.Equal("Pirkanmaa", Assert.Single(member.Segments).Value);

        member.Assign(new("region", ""));
        Assert.Empty(member.Segments);
    }
}
