using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class EligibilityRuleConfiguration : IEntityTypeConfiguration<EligibilityRule>
{
    public void Configure(EntityTypeBuilder<EligibilityRule> builder)
    {
        builder.HasKey(rule => rule.Id);
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.Name).HasMaxLength(EligibilityRule.LongestName);
        builder.Property(rule => rule.Revision).IsConcurrencyToken();
        builder.HasIndex(rule => new { rule.FundId, rule.Name }).IsUnique();
        builder.HasOne<Fund>().WithMany().HasForeignKey(rule => rule.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
