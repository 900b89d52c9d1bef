using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sampling;

/// <summary>How often the fund asks one member, over all its surveys and channels.</summary>
public sealed class ContactPolicy : IFundOwned
{
    /// <summary>Months of peace unless the fund says otherwise.</summary>
    public const int UsualMonths = 3;

    /// <summary>The longest peace, in months.</summary>
    public const int LongestMonths = 36;

    private ContactPolicy()
    {
    }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>A member is asked by one survey in so many months; 0 = no such limit.</summary>
    public int MonthsBetween { get; private set; } = UsualMonths;

    /// <summary>The policy that holds until the fund sets one.</summary>
    public static ContactPolicy Usual(FundId fund) => new() { FundId = fund };

    /// <summary>What is wrong with these months of peace; null when nothing is.</summary>
    public static Error? Problem(int monthsBetween) =>
        monthsBetween is < 0 or > LongestMonths ? SamplingErrors.PeaceOutOfRange(LongestMonths) : null;

    /// <summary>Sets the months of peace, 0 to <see cref="LongestMonths"/>.</summary>
    public Result Change(int monthsBetween)
    {
        if (Problem(monthsBetween) is { } problem)
        {
            return problem;
        }

        MonthsBetween = monthsBetween;
        return Result.Done;
    }

    /// <summary>Who was invited on this day or later is left in peace today; null when nobody is.</summary>
    public DateOnly? PeaceSince(DateOnly today) => MonthsBetween == 0 ? null : today.AddMonths(-MonthsBetween);
}
