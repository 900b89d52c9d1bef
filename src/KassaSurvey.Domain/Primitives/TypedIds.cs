namespace KassaSurvey.Domain.Primitives;

/// <summary>Identity of a fund.</summary>
public readonly record struct FundId(long Value) : ITypedId<FundId>
{
    /// <inheritdoc />
    public static FundId From(long value) => new(value);
}

/// <summary>Identity of a survey.</summary>
public readonly record struct SurveyId(long Value) : ITypedId<SurveyId>
{
    /// <inheritdoc />
    public static SurveyId From(long value) => new(value);
}

/// <summary>Identity of a service area.</summary>
public readonly record struct ServiceAreaId(long Value) : ITypedId<ServiceAreaId>
{
    /// <inheritdoc />
    public static ServiceAreaId From(long value) => new(value);
}

/// <summary>Identity of the record of an erased response.</summary>
public readonly record struct ErasedResponseId(long Value) : ITypedId<ErasedResponseId>
{
    /// <inheritdoc />
    public static ErasedResponseId From(long value) => new(value);
}

/// <summary>Identity of a wave.</summary>
public readonly record struct WaveId(long Value) : ITypedId<WaveId>
{
    /// <inheritdoc />
    public static WaveId From(long value) => new(value);
}

/// <summary>Identity of a question of one wave.</summary>
public readonly record struct QuestionId(long Value) : ITypedId<QuestionId>
{
    /// <inheritdoc />
    public static QuestionId From(long value) => new(value);
}

/// <summary>Identity of a member.</summary>
public readonly record struct MemberId(long Value) : ITypedId<MemberId>
{
    /// <inheritdoc />
    public static MemberId From(long value) => new(value);
}

/// <summary>Identity of an invitation.</summary>
public readonly record struct InvitationId(long Value) : ITypedId<InvitationId>
{
    /// <inheritdoc />
    public static InvitationId From(long value) => new(value);
}

/// <summary>Identity of a response; random, so it says nothing about who or when.</summary>
public readonly record struct ResponseId(long Value) : ITypedId<ResponseId>
{
    /// <inheritdoc />
    public static ResponseId From(long value) => new(value);
}

/// <summary>Identity of a published figure.</summary>
public readonly record struct PublishedFigureId(long Value) : ITypedId<PublishedFigureId>
{
    /// <inheritdoc />
    public static PublishedFigureId From(long value) => new(value);
}

/// <summary>Identity of a phone call about an invitation.</summary>
public readonly record struct CallAttemptId(long Value) : ITypedId<CallAttemptId>
{
    /// <inheritdoc />
    public static CallAttemptId From(long value) => new(value);
}

/// <summary>Identity of accessibility feedback; random, so it says nothing about when.</summary>
public readonly record struct AccessibilityFeedbackId(long Value) : ITypedId<AccessibilityFeedbackId>
{
    /// <inheritdoc />
    public static AccessibilityFeedbackId From(long value) => new(value);
}

/// <summary>Identity of a saved eligibility rule.</summary>
public readonly record struct EligibilityRuleId(long Value) : ITypedId<EligibilityRuleId>
{
    /// <inheritdoc />
    public static EligibilityRuleId From(long value) => new(value);
}

/// <summary>Identity of a message in the outbox.</summary>
public readonly record struct OutboxMessageId(long Value) : ITypedId<OutboxMessageId>
{
    /// <inheritdoc />
    public static OutboxMessageId From(long value) => new(value);
}

/// <summary>Identity of an event on the time axis.</summary>
public readonly record struct TrendEventId(long Value) : ITypedId<TrendEventId>
{
    /// <inheritdoc />
    public static TrendEventId From(long value) => new(value);
}

/// <summary>Identity of a saved view.</summary>
public readonly record struct SavedViewId(long Value) : ITypedId<SavedViewId>
{
    /// <inheritdoc />
    public static SavedViewId From(long value) => new(value);
}

/// <summary>Identity of a public link.</summary>
public readonly record struct PublicLinkId(long Value) : ITypedId<PublicLinkId>
{
    /// <inheritdoc />
    public static PublicLinkId From(long value) => new(value);
}

/// <summary>Identity of an export.</summary>
public readonly record struct DataExportId(long Value) : ITypedId<DataExportId>
{
    /// <inheritdoc />
    public static DataExportId From(long value) => new(value);
}

/// <summary>Identity of an entry in the fund's log.</summary>
public readonly record struct AuditEntryId(long Value) : ITypedId<AuditEntryId>
{
    /// <inheritdoc />
    public static AuditEntryId From(long value) => new(value);
}

/// <summary>Identity of an API key.</summary>
public readonly record struct ApiKeyId(long Value) : ITypedId<ApiKeyId>
{
    /// <inheritdoc />
    public static ApiKeyId From(long value) => new(value);
}

/// <summary>Identity of a contact of a member with the fund.</summary>
public readonly record struct MemberContactId(long Value) : ITypedId<MemberContactId>
{
    /// <inheritdoc />
    public static MemberContactId From(long value) => new(value);
}

/// <summary>Identity of a release of a report.</summary>
public readonly record struct ReportReleaseId(long Value) : ITypedId<ReportReleaseId>
{
    /// <inheritdoc />
    public static ReportReleaseId From(long value) => new(value);
}

/// <summary>Identity of an edit of a report's sentence.</summary>
public readonly record struct NarrativeEditId(long Value) : ITypedId<NarrativeEditId>
{
    /// <inheritdoc />
    public static NarrativeEditId From(long value) => new(value);
}
