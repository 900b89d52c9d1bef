using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class MemberFileProfileConfiguration : IEntityTypeConfiguration<MemberFileProfile>
{
    public void Configure(EntityTypeBuilder<MemberFileProfile> builder)
    {
        builder.HasKey(profile => new { profile.FundId, profile.Name });
        builder.Property(profile => profile.Name).HasMaxLength(MemberFileProfile.LongestName);
        builder.HasOne<Fund>().WithMany().HasForeignKey(profile => profile.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
