using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Releases;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class ReportReleaseConfiguration : IEntityTypeConfiguration<ReportRelease>
{
    public void Configure(EntityTypeBuilder<ReportRelease> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Reason).HasMaxLength(ReportRelease.LongestReason);
        builder.Property(row => row.DecisionNote).HasMaxLength(ReportRelease.LongestReason);
        builder.Property(row => row.DataVersion).HasMaxLength(100);
        builder.Property(row => row.FrozenBy).HasMaxLength(256);
        builder.Property(row => row.FrozenByName).HasMaxLength(256);
        builder.Property(row => row.DecidedByName).HasMaxLength(256);
        // Two people decide at once: one of them is told that it is decided.
        builder.Property(row => row.DecidedAt).IsConcurrencyToken();
        // Two people freeze at once: one of them gets the next number.
        builder.HasIndex(row => new { row.SurveyId, row.Year, row.Version }).IsUnique();
        builder.HasIndex(row => new { row.FundId, row.FrozenAt });
        builder.HasOne<Fund>().WithMany().HasForeignKey(row => row.FundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Survey>().WithMany().HasForeignKey(row => row.SurveyId).OnDelete(DeleteBehavior.Restrict);
    }
}
