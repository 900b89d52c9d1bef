using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.By).HasMaxLength(200);
        builder.Property(entry => entry.Detail).HasMaxLength(AuditEntry.LongestDetail);
        // No foreign key to the member: the log outlives the row.
        builder.HasIndex(entry => new { entry.FundId, entry.At });
        builder.HasIndex(entry => entry.MemberId);
        builder.HasOne<Fund>().WithMany().HasForeignKey(entry => entry.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
