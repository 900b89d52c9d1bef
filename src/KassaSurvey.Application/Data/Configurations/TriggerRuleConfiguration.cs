using KassaSurvey.Domain.Surveys;
using KassaSurvey.Domain.Triggers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class TriggerRuleConfiguration : IEntityTypeConfiguration<TriggerRule>
{
    public void Configure(EntityTypeBuilder<TriggerRule> builder)
    {
        builder.ToTable("TriggerRules");
        builder.HasKey(rule => rule.SurveyId);
        builder.Property(rule => rule.SurveyId).ValueGeneratedNever();
        builder.Property(rule => rule.ChangedBy).HasMaxLength(256);
        builder.Property(rule => rule.Revision).IsConcurrencyToken();
        builder.Ignore(rule => rule.Content);
        builder.HasOne<Survey>().WithOne().HasForeignKey<TriggerRule>(rule => rule.SurveyId).OnDelete(DeleteBehavior.Restrict);
    }
}
