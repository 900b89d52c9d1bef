using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class RetentionRuleConfiguration : IEntityTypeConfiguration<RetentionRule>
{
    public void Configure(EntityTypeBuilder<RetentionRule> builder)
    {
        builder.HasKey(rule => rule.FundId);
        builder.HasOne<Fund>().WithOne().HasForeignKey<RetentionRule>(rule => rule.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
