using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class ContactPolicyConfiguration : IEntityTypeConfiguration<ContactPolicy>
{
    public void Configure(EntityTypeBuilder<ContactPolicy> builder)
    {
        builder.HasKey(policy => policy.FundId);
        builder.HasOne<Fund>().WithOne().HasForeignKey<ContactPolicy>(policy => policy.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
