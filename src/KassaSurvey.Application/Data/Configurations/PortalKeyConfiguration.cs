using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class PortalKeyConfiguration : IEntityTypeConfiguration<PortalKey>
{
    public void Configure(EntityTypeBuilder<PortalKey> builder)
    {
        builder.ToTable("PortalKeys");
        builder.HasKey(key => key.FundId);
        builder.Property(key => key.FundId).ValueGeneratedNever();
        builder.Property(key => key.Salt).HasMaxLength(16);
        builder.Property(key => key.MadeBy).HasMaxLength(256);
        builder.HasOne<Fund>().WithOne().HasForeignKey<PortalKey>(key => key.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
