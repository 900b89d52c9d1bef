using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Tests.Features.Responding;

public sealed class ConfidentialSurveyTests
{
    [Theory]
    [InlineData(Confidentiality.Anonymous, 0)]
    [InlineData(Confidentiality.Confidential, 1)]
    public async Task Submit_KeepsTheTieOnlyWhereTheMemberWasToldSo(Confidentiality promise, int ties)
    {
        await using var bench = await RespondingBench.CreateAsync();
        await bench.PromiseAsync(promise);
        var token = await bench.StartedAsync();
        Assert.Empty(await bench.TiesAsync());

        await bench.SubmitAsync(token, await bench.LastPageAsync(token), ("BG_STATUS", "FULL"));

        var kept = await bench.TiesAsync();
        Assert.Equal(ties, kept.Count);
        var (invitation, response) = (Assert.Single(await bench.InvitationsAsync()), Assert.Single(await bench.ResponsesAsync()));
        Assert.Null(invitation.OpenResponseId);
        Assert.All(kept, tie => Assert.Equal((invitation.Id, response.Id), (tie.InvitationId, tie.ResponseId)));
    }
}
