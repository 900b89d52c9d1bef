using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.HasKey(key => key.Id);
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).HasMaxLength(ApiKey.LongestName);
        builder.Property(key => key.Hash).HasMaxLength(32);
        builder.Property(key => key.MadeBy).HasMaxLength(256);
        builder.Property(key => key.RevokedBy).HasMaxLength(256);
        builder.HasIndex(key => key.FundId);
        builder.HasOne<Fund>().WithMany().HasForeignKey(key => key.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
