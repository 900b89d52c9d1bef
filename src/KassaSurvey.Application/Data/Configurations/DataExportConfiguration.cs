using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class DataExportConfiguration : IEntityTypeConfiguration<DataExport>
{
    public void Configure(EntityTypeBuilder<DataExport> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Account).HasMaxLength(256);
        builder.Property(row => row.By).HasMaxLength(256);
        builder.Property(row => row.LeaseOwner).HasMaxLength(40);
        builder.Property(row => row.FileName).HasMaxLength(150);
        builder.Property(row => row.ContentType).HasMaxLength(120);
        builder.Property(row => row.Sha256).HasMaxLength(64);
        // Servers ask for work again and again.
        builder.HasIndex(row => new { row.State, row.RequestedAt });
        builder.HasIndex(row => new { row.FundId, row.Account, row.RequestedAt });
        builder.HasOne<Fund>().WithMany().HasForeignKey(row => row.FundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Survey>().WithMany().HasForeignKey(row => row.SurveyId).OnDelete(DeleteBehavior.Restrict);
    }
}
