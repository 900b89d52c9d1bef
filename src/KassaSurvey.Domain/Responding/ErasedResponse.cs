using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Responding;

/// <summary>The fact that a response was erased with its receipt code, and the day. Nothing of the response is kept.</summary>
public sealed class ErasedResponse : IFundOwned
{
    private ErasedResponse()
    {
    }

    /// <summary>Random identity; not the response's.</summary>
    public ErasedResponseId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The wave it belonged to.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly ErasedOn { get; private set; }

    /// <summary>Records an erasure.</summary>
    public static ErasedResponse Of(Response response, DateOnly today) => new()
    {
        Id = NewId.Of<ErasedResponseId>(), FundId = response.FundId, WaveId = response.WaveId, ErasedOn = today,
    };
}
