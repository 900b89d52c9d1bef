using System.Collections.Immutable;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Responding;

/// <summary>Where a response stands.</summary>
public enum ResponseStatus
{
    /// <summary>Being answered; never counted.</summary>
    InProgress = 1,

    /// <summary>Submitted, or imported; counted.</summary>
    Completed = 2,
}

/// <summary>One member's answers to one wave. It does not know the member: times are days, the id is random.</summary>
public sealed class Response : IFundOwned
{
    private Response()
    {
    }

    /// <summary>Random identity.</summary>
    public ResponseId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>In progress or completed.</summary>
    public ResponseStatus Status { get; private set; }

    /// <summary>The language it was answered in.</summary>
    public string Language { get; private set; } = Languages.Finnish;

    /// <summary>How it was collected: web, phone, paper … or unknown.</summary>
    public string Mode { get; private set; } = ResponseMode.Web;

    /// <summary>How it was begun: a member can start on the web and finish on the phone.</summary>
    public string StartMode { get; private set; } = ResponseMode.Web;

    /// <summary>The day it was completed; null while in progress or when an imported file does not say.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>When answering began, in seconds since 1970 (UTC). Kept only while in progress: it is destroyed at submission.</summary>
    public long? StartedAt { get; private set; }

    /// <summary>How long answering took, rounded to <see cref="ResponseDuration.Step"/> seconds; null when not known.</summary>
    public int? DurationSeconds { get; private set; }

    /// <summary>Keyed hash of the receipt code that the member was given; null while in progress, and for imported responses.</summary>
    public byte[]? ReceiptHash { get; private set; }

    /// <summary>Survey weight of an imported response; null means 1.</summary>
    public double? Weight { get; private set; }

    /// <summary>The id the source gave an imported response; null for answers given here.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>The member's segments when the answer began, by name.</summary>
    public ImmutableSortedDictionary<string, string> Segments { get; private set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Starts an answer here.</summary>
    public static Response Start(
        Wave wave, string language, IEnumerable<KeyValuePair<string, string>> segments, string mode = ResponseMode.Web) =>
        Start(wave.FundId, wave.Id, language, segments, mode);

    /// <summary>Starts an answer here, to a wave that the invitation names.</summary>
    public static Response Start(
        FundId fund, WaveId wave, string language, IEnumerable<KeyValuePair<string, string>> segments, string mode) => new()
    {
        Mode = mode, StartMode = mode,
        Id = NewId.Of<ResponseId>(), FundId = fund, WaveId = wave, Status = ResponseStatus.InProgress,
        Language = language, Segments = segments.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>A completed response that was collected elsewhere.</summary>
    public static Response Imported(Wave wave, ImportedResponse source) => new()
    {
        Id = NewId.Of<ResponseId>(), FundId = wave.FundId, WaveId = wave.Id, Status = ResponseStatus.Completed,
        Language = source.Language, Mode = source.Mode, StartMode = source.Mode, CompletedOn = source.CompletedOn, Weight = source.Weight,
        DurationSeconds = ResponseDuration.Coarsen(source.DurationSeconds),
        ExternalId = source.ExternalId, Segments = source.Segments.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>Notes when answering began, so that its duration can be told at submission.</summary>
    public void StartClock(DateTimeOffset now) => StartedAt = Status == ResponseStatus.InProgress ? now.ToUnixTimeSeconds() : null;

    /// <summary>How long ago answering began; null when that is not known.</summary>
    public TimeSpan? Elapsed(DateTimeOffset now) => StartedAt is { } start ? TimeSpan.FromSeconds(now.ToUnixTimeSeconds() - start) : null;

    /// <summary>Goes on in another mode; how it began stays known.</summary>
    public void SwitchMode(string mode) => Mode = mode;

    /// <summary>Answers from now on in another language.</summary>
    public void SwitchLanguage(string language) => Language = language;

    /// <summary>Hands the answers in. A second time is an error that callers treat as done.</summary>
    /// <param name="today">The day.</param>
    /// <param name="receiptHash">What is kept of the receipt code, or null when none is given out.</param>
    /// <param name="duration">How long answering took, when known; kept coarsely.</param>
    public Result Submit(DateOnly today, byte[]? receiptHash = null, TimeSpan? duration = null)
    {
        if (Status == ResponseStatus.Completed)
        {
            return Error.Of("Response.AlreadySubmitted");
        }

        (Status, CompletedOn, ReceiptHash, StartedAt) = (ResponseStatus.Completed, today, receiptHash, null);
        DurationSeconds = ResponseDuration.Coarsen(duration?.TotalSeconds);
        return Result.Done;
    }
}

/// <summary>What an imported file says of one response, apart from its answers.</summary>
/// <param name="ExternalId">The source's id.</param>
/// <param name="Language">Language answered in.</param>
/// <param name="Mode">How it was collected.</param>
/// <param name="CompletedOn">Day of completion, when given.</param>
/// <param name="Weight">Survey weight, when given.</param>
/// <param name="Segments">Segment values by name.</param>
public sealed record ImportedResponse(
    string ExternalId, string Language, string Mode, DateOnly? CompletedOn, double? Weight, IReadOnlyDictionary<string, string> Segments)
{
    /// <summary>How long answering took in seconds, when given; kept coarsely.</summary>
    public double? DurationSeconds { get; init; }
}
