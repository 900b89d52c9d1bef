using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Exports;

/// <summary>How far an export has come.</summary>
public enum ExportState
{
    /// <summary>Asked for.</summary>
    Waiting = 1,

    /// <summary>Being written.</summary>
    Running = 2,

    /// <summary>There to be taken.</summary>
    Ready = 3,

    /// <summary>Given up.</summary>
    Failed = 4,

    /// <summary>Not wanted any more.</summary>
    Cancelled = 5,

    /// <summary>Its file is gone; the line says that it was there.</summary>
    Expired = 6,
}

/// <summary>
/// A file that somebody asked for and a server makes: a row first and work second, so that it outlives the request, the page and the server.
/// Whoever works on it holds a lease; when the worker dies, another begins again.
/// </summary>
public sealed class DataExport : IFundOwned
{
    /// <summary>How often it is begun before it is given up.</summary>
    public const int MostAttempts = 3;

    /// <summary>How many one person may have waiting or running.</summary>
    public const int MostAtOnce = 3;

    /// <summary>How long a worker has before another may take over; it says that it lives more often than that.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long a file can be taken.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>How long its line is listed; who took what stays in the fund's log.</summary>
    public static readonly TimeSpan Listed = TimeSpan.FromDays(30);

    private DataExport()
    {
    }

    /// <summary>Identity.</summary>
    public DataExportId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The survey.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <summary>The account that asked, and the only one that may take it.</summary>
    public string Account { get; private set; } = "";

    /// <summary>The name colleagues know.</summary>
    public string By { get; private set; } = "";

    /// <summary>When it was asked for, UTC.</summary>
    public DateTime RequestedAt { get; private set; }

    /// <summary>What was asked for.</summary>
    public ExportChoices Choices { get; private set; } = null!;

    /// <summary>How far it has come.</summary>
    public ExportState State { get; private set; }

    /// <summary>The worker that has taken it; empty when none has.</summary>
    public string LeaseOwner { get; private set; } = "";

    /// <summary>Until when it is that worker's, UTC.</summary>
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>How often it has been begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Rows in the file.</summary>
    public long Rows { get; private set; }

    /// <summary>Columns in the file.</summary>
    public int Columns { get; private set; }

    /// <summary>How much is done, 0-100.</summary>
    public int Percent { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>When the file goes, UTC.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>The file's name.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Its media type.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Its size.</summary>
    public long Bytes { get; private set; }

    /// <summary>Its SHA-256 in hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>True while it is waiting or being written.</summary>
    public bool IsUnfinished => State is ExportState.Waiting or ExportState.Running;

    /// <summary>Asks for an export.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="choices">What is asked for; free of <see cref="ExportChoices.Problem"/>.</param>
    /// <param name="rows">Rows that it will have.</param>
    /// <param name="columns">Columns that it will have.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">When, UTC.</param>
    public static DataExport Request(FundId fund, SurveyId survey, ExportChoices choices, long rows, int columns, Viewer by, DateTime now) => new()
    {
        Id = NewId.Of<DataExportId>(), FundId = fund, SurveyId = survey, Choices = choices, Rows = rows, Columns = columns,
        Account = by.Account, By = by.Name, RequestedAt = now, State = ExportState.Waiting,
    };
}

/// <summary>A piece of an export's file.</summary>
public sealed class DataExportPart
{
    /// <summary>Size of a piece: large enough for few rows, small enough that a write is short.</summary>
    public const int Size = 1 << 20;

    private DataExportPart()
    {
    }

    /// <summary>The export.</summary>
    public DataExportId ExportId { get; private set; }

    /// <summary>The attempt that wrote it: a worker that lost its lease cannot mix its pieces with its follower's.</summary>
    public int Attempt { get; private set; }

    /// <summary>Its place, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>Its bytes.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Makes a piece.</summary>
    public static DataExportPart Of(DataExportId export, int attempt, int number, byte[] content) =>
        new() { ExportId = export, Attempt = attempt, Number = number, Content = content };
}
