using KassaSurvey.Domain.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class ReleasedFigureConfiguration : IEntityTypeConfiguration<ReleasedFigure>
{
    public void Configure(EntityTypeBuilder<ReleasedFigure> builder)
    {
        builder.HasKey(row => new { row.ReleaseId, row.Place });
        builder.Property(row => row.Kind).HasMaxLength(20);
        builder.Property(row => row.Code).HasMaxLength(130);
        builder.Property(row => row.Area).HasMaxLength(64);
        builder.Property(row => row.Name).HasMaxLength(4000);
        builder.Property(row => row.Verdict).HasMaxLength(30);
        builder.HasOne<ReportRelease>().WithMany().HasForeignKey(row => row.ReleaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
