using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Owner).HasMaxLength(256);
        builder.Property(row => row.Name).HasMaxLength(SavedView.MaximumNameLength);
        builder.Property(row => row.Address).HasMaxLength(SavedView.MaximumAddressLength);
        builder.HasIndex(row => new { row.FundId, row.Owner, row.Name }).IsUnique();
        builder.HasOne<Fund>().WithMany().HasForeignKey(row => row.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
