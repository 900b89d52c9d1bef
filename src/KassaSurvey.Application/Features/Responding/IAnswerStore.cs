using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>
/// Reads and changes the answer behind a link. A vendor's seam: the thousands who answer at once need the short way that each
/// database has. Who asks has shown a genuine token, so an invitation's id is all the authority there is, and all rows touched hang on it.
/// </summary>
public interface IAnswerStore
{
    /// <summary>What the invitation leads to now, or null when it is gone.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="withAnswers">True to read the answers in progress too.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<LinkState?> ReadAsync(InvitationId invitation, bool withAnswers, CancellationToken cancellationToken);

    /// <summary>
    /// Changes it, one session after the other. What is decided is on disk when the task ends, all of it or nothing.
    /// </summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="decide">
    /// Told what the invitation leads to while nobody else can change it; says what to write, or null for nothing. It waits for
    /// nothing and changes nothing outside itself but its own result: it may be asked again, and then the last time counts.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting; what is being written is written all the same.</param>
    Task ChangeAsync(InvitationId invitation, Func<LinkState?, AnswerChange?> decide, CancellationToken cancellationToken);
}

/// <summary>What an invitation leads to.</summary>
/// <param name="Link">The link.</param>
/// <param name="Answers">The answers in progress; empty when there are none, or when they were not asked for.</param>
public sealed record LinkState(MemberLink Link, IReadOnlyList<StoredAnswer> Answers);

/// <summary>An answer in progress.</summary>
/// <param name="Question">The question.</param>
/// <param name="Value">The answer.</param>
public readonly record struct StoredAnswer(QuestionId Question, AnswerValue Value);

/// <summary>What is to be written.</summary>
public sealed class AnswerChange
{
    /// <summary>When it happens: a beginning notes it, and a submission tells by it how long answering took.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>True to begin a response and tie it to the invitation.</summary>
    public bool Starts { get; set; }

    /// <summary>The language to go on in, or null to keep it.</summary>
    public string? Language { get; set; }

    /// <summary>How the member answers from now on, or null when that stays.</summary>
    public string? Mode { get; set; }

    /// <summary>New and changed answers.</summary>
    public List<StoredAnswer> Put { get; } = [];

    /// <summary>Questions whose answers go.</summary>
    public List<QuestionId> Removed { get; } = [];

    /// <summary>The day to hand the response in, and with it to cut its tie to the invitation; null to leave it open.</summary>
    public DateOnly? SubmittedOn { get; set; }

    /// <summary>What is kept of the receipt code of a response that is handed in.</summary>
    public byte[]? ReceiptHash { get; set; }

    /// <summary>True to keep the tie to the invitation apart from the answer: only where the member was told so on the first page.</summary>
    public bool KeepsTie { get; set; }

    /// <summary>True when there is nothing to write.</summary>
    public bool IsEmpty => !Starts && Language is null && Mode is null && SubmittedOn is null && Put.Count == 0 && Removed.Count == 0;
}
