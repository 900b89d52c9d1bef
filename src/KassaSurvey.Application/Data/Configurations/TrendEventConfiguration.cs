using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class TrendEventConfiguration : IEntityTypeConfiguration<TrendEvent>
{
    public void Configure(EntityTypeBuilder<TrendEvent> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Text).HasMaxLength(2000);
        builder.HasIndex(row => new { row.FundId, row.Year });
        builder.HasOne<Fund>().WithMany().HasForeignKey(row => row.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
