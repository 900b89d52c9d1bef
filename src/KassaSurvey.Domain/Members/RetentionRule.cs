using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Members;

/// <summary>How long a fund keeps data about members that asking does not need any longer.</summary>
public sealed class RetentionRule : IFundOwned
{
    /// <summary>The longest time, in months.</summary>
    public const int LongestMonths = 120;

    private RetentionRule()
    {
    }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>A member is erased so many months after leaving or since the death became known; null = kept.</summary>
    public int? MonthsAfterLeaving { get; private set; }

    /// <summary>Traces of contacting are removed so many months after the last day of a wave; null = kept.</summary>
    public int? MonthsAfterClosing { get; private set; }

    /// <summary>The rule that holds until the fund sets one: everything is kept.</summary>
    public static RetentionRule Usual(FundId fund) => new() { FundId = fund };

    /// <summary>Sets both times, each 1 to <see cref="LongestMonths"/> months or null.</summary>
    /// <returns>Done, or <c>Retention.OutOfRange</c>.</returns>
    public Result Change(int? monthsAfterLeaving, int? monthsAfterClosing)
    {
        if (monthsAfterLeaving is < 1 or > LongestMonths || monthsAfterClosing is < 1 or > LongestMonths)
        {
            return Error.Of("Retention.OutOfRange", LongestMonths);
        }

        (MonthsAfterLeaving, MonthsAfterClosing) = (monthsAfterLeaving, monthsAfterClosing);
        return Result.Done;
    }

    /// <summary>Who left on this day or earlier is erased today; null when nobody is.</summary>
    public DateOnly? LeftUntil(DateOnly today) => MonthsAfterLeaving is { } months ? today.AddMonths(-months) : null;

    /// <summary>Waves whose last day was this day or earlier keep no traces of contacting; null when all do.</summary>
    public DateOnly? ClosedUntil(DateOnly today) => MonthsAfterClosing is { } months ? today.AddMonths(-months) : null;
}
