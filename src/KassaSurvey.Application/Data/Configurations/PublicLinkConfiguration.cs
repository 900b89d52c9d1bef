using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class PublicLinkConfiguration : IEntityTypeConfiguration<PublicLink>
{
    public void Configure(EntityTypeBuilder<PublicLink> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.TokenHash).HasMaxLength(32);
        builder.Property(row => row.Note).HasMaxLength(PublicLink.MaximumNoteLength);
        builder.Property(row => row.Query).HasMaxLength(SavedView.MaximumAddressLength);
        builder.Property(row => row.MadeBy).HasMaxLength(256);
        builder.HasIndex(row => row.TokenHash).IsUnique();
        builder.HasIndex(row => new { row.FundId, row.MadeAt });
        builder.HasOne<Fund>().WithMany().HasForeignKey(row => row.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
