using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Takes the bounces and complaints that have come back by mail.</summary>
public sealed class ReadBounces(IBounceMailbox mailbox, RecordDelivery recordDelivery)
{
    /// <returns>How many were of messages sent from here.</returns>
    public async Task<Result<int>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.IsOperator)
        {
            return AccessErrors.NotAllowed;
        }

        var known = 0;
        if (mailbox.IsSetUp)
        {
            await mailbox.ReadAsync(
                async report => known += (await recordDelivery.ExecuteAsync(viewer, report, cancellationToken)).Value ? 1 : 0, cancellationToken);
        }

        return known;
    }
}
