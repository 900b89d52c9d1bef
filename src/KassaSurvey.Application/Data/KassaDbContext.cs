using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Releases;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Domain.Triggers;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Data;

/// <summary>
/// The database, without a provider's name. A context sees no fund's rows until <see cref="ActAs"/> says for whom it works;
/// saving a row of another fund throws.
/// </summary>
public abstract class KassaDbContext(DbContextOptions options)
    : IdentityDbContext<StaffUser, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    private FundId _fund;
    private bool _everyFund;

    public DbSet<Fund> Funds => Set<Fund>();

    public DbSet<FundFace> FundFaces => Set<FundFace>();

    public DbSet<AccessibilityFeedback> AccessibilityFeedback => Set<AccessibilityFeedback>();

    public DbSet<Survey> Surveys => Set<Survey>();

    public DbSet<ServiceArea> ServiceAreas => Set<ServiceArea>();

    public DbSet<Wave> Waves => Set<Wave>();

    public DbSet<PublishedFigure> PublishedFigures => Set<PublishedFigure>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<MemberFileProfile> MemberFileProfiles => Set<MemberFileProfile>();

    public DbSet<RetentionRule> RetentionRules => Set<RetentionRule>();

    public DbSet<DataExport> DataExports => Set<DataExport>();

    public DbSet<DataExportPart> DataExportParts => Set<DataExportPart>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<EligibilityRule> EligibilityRules => Set<EligibilityRule>();

    public DbSet<ContactPolicy> ContactPolicies => Set<ContactPolicy>();

    public DbSet<WaveSample> WaveSamples => Set<WaveSample>();

    public DbSet<SampleExclusion> SampleExclusions => Set<SampleExclusion>();

    public DbSet<RegisterCount> RegisterCounts => Set<RegisterCount>();

    public DbSet<CallAttempt> CallAttempts => Set<CallAttempt>();

    public DbSet<CallHold> CallHolds => Set<CallHold>();

    public DbSet<SendingPlan> SendingPlans => Set<SendingPlan>();

    public DbSet<MessageTemplate> MessageTemplates => Set<MessageTemplate>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<ConfidentialLink> ConfidentialLinks => Set<ConfidentialLink>();

    public DbSet<LetterLink> LetterLinks => Set<LetterLink>();

    public DbSet<PortalKey> PortalKeys => Set<PortalKey>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<KeptReply> KeptReplies => Set<KeptReply>();

    public DbSet<MemberContact> MemberContacts => Set<MemberContact>();

    public DbSet<TriggerRule> TriggerRules => Set<TriggerRule>();

    public DbSet<TriggerDecision> TriggerDecisions => Set<TriggerDecision>();

    public DbSet<Response> Responses => Set<Response>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<ErasedResponse> ErasedResponses => Set<ErasedResponse>();

    public DbSet<SealedWave> SealedWaves => Set<SealedWave>();

    public DbSet<SealedColumn> SealedColumns => Set<SealedColumn>();

    public DbSet<QuestionLink> QuestionLinks => Set<QuestionLink>();

    public DbSet<QuestionnaireEdit> QuestionnaireEdits => Set<QuestionnaireEdit>();

    public DbSet<WordingCorrection> WordingCorrections => Set<WordingCorrection>();

    public DbSet<TrendEvent> TrendEvents => Set<TrendEvent>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<PublicLink> PublicLinks => Set<PublicLink>();

    public DbSet<ReportRelease> ReportReleases => Set<ReportRelease>();

    public DbSet<ReleaseFile> ReleaseFiles => Set<ReleaseFile>();

    public DbSet<ReleasedFigure> ReleasedFigures => Set<ReleasedFigure>();

    public DbSet<NarrativeEdit> NarrativeEdits => Set<NarrativeEdit>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Works for this viewer from now on: only the viewer's fund is seen and saved.</summary>
    public KassaDbContext ActAs(Viewer viewer)
    {
        (_fund, _everyFund) = (viewer.Fund ?? default, viewer.IsOperator);
        return this;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseOtherFunds();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseOtherFunds();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KassaDbContext).Assembly);
        builder.Entity<Survey>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<ServiceArea>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<Wave>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<PublishedFigure>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<Member>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<Invitation>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<EligibilityRule>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<ContactPolicy>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<WaveSample>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<SampleExclusion>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<RegisterCount>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<CallAttempt>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<CallHold>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<Response>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<ErasedResponse>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<SealedWave>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<QuestionLink>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<QuestionnaireEdit>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<WordingCorrection>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<FundFace>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<AccessibilityFeedback>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<ConfidentialLink>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<SendingPlan>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<MessageTemplate>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<OutboxMessage>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<LetterLink>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<PortalKey>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<TrendEvent>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<SavedView>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<PublicLink>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<ReportRelease>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<ReleaseFile>().HasQueryFilter(row => _everyFund || ReportReleases.Any(release => release.Id == row.ReleaseId && release.FundId == _fund));
        builder.Entity<ReleasedFigure>().HasQueryFilter(row => _everyFund || ReportReleases.Any(release => release.Id == row.ReleaseId && release.FundId == _fund));
        builder.Entity<NarrativeEdit>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<MemberFileProfile>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<RetentionRule>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<DataExport>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<DataExportPart>().HasQueryFilter(row => _everyFund || DataExports.Any(export => export.Id == row.ExportId && export.FundId == _fund));
        builder.Entity<AuditEntry>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<ApiKey>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<KeptReply>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<MemberContact>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<TriggerRule>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<TriggerDecision>().HasQueryFilter(row => _everyFund || row.FundId == _fund);
        builder.Entity<Fund>().HasQueryFilter(row => _everyFund || row.Id == _fund);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        KassaConventions.Apply(configurationBuilder);

    private void RefuseOtherFunds()
    {
        if (_everyFund)
        {
            return;
        }

        foreach (var entry in ChangeTracker.Entries<IFundOwned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity.FundId != _fund)
            {
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another fund was about to be saved.");
            }
        }
    }
}
