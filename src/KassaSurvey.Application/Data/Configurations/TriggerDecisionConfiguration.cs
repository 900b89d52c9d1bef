using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Domain.Triggers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class TriggerDecisionConfiguration : IEntityTypeConfiguration<TriggerDecision>
{
    public void Configure(EntityTypeBuilder<TriggerDecision> builder)
    {
        builder.ToTable("TriggerDecisions");
        builder.HasKey(decision => new { decision.SurveyId, decision.ContactId });
        builder.HasIndex(decision => decision.ContactId);
        builder.HasOne<Survey>().WithMany().HasForeignKey(decision => decision.SurveyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MemberContact>().WithMany().HasForeignKey(decision => decision.ContactId).OnDelete(DeleteBehavior.Cascade);
    }
}
