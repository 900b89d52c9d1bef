using KassaSurvey.Domain.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class ReleaseFileConfiguration : IEntityTypeConfiguration<ReleaseFile>
{
    public void Configure(EntityTypeBuilder<ReleaseFile> builder)
    {
        builder.HasKey(row => new { row.ReleaseId, row.Language, row.Format });
        builder.Property(row => row.Language).HasMaxLength(2);
        builder.Property(row => row.Format).HasMaxLength(30);
        builder.Property(row => row.Name).HasMaxLength(150);
        builder.Property(row => row.ContentType).HasMaxLength(120);
        builder.Property(row => row.Sha256).HasMaxLength(64).IsFixedLength();
        builder.HasOne<ReportRelease>().WithMany().HasForeignKey(row => row.ReleaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
