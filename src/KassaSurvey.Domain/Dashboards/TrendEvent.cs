using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Dashboards;

/// <summary>Something that happened in a year and stands on the time axis of every trend. Context, not an explanation: nothing is computed from it.</summary>
public sealed class TrendEvent : IFundOwned
{
    /// <summary>Longest text, in characters: it stands on an axis.</summary>
    public const int MaximumLength = 60;

    private TrendEvent()
    {
    }

    /// <summary>Identity.</summary>
    public TrendEventId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The year it happened in.</summary>
    public ReportingYear Year { get; private set; }

    /// <summary>What happened, in the languages it was written in.</summary>
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;

    /// <summary>Makes an event; what is wrong with it, when it cannot be made.</summary>
    public static Result<TrendEvent> Create(FundId fund, int year, LocalizedText text)
    {
        if (!ReportingYear.IsValid(year))
        {
            return DashboardErrors.EventYear(year);
        }

        return text.IsEmpty ? DashboardErrors.EventEmpty
            : text.Texts.Values.Any(words => words.Length > MaximumLength) ? DashboardErrors.EventLong(MaximumLength)
            : new TrendEvent { Id = NewId.Of<TrendEventId>(), FundId = fund, Year = new(year), Text = text };
    }
}
