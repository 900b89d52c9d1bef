using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class ResponseConfiguration : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> builder)
    {
        builder.HasKey(response => response.Id);
        builder.Property(response => response.Id).ValueGeneratedNever();
        builder.Property(response => response.Language).HasMaxLength(2);
        builder.Property(response => response.Mode).HasMaxLength(16);
        builder.Property(response => response.StartMode).HasMaxLength(16);
        builder.Property(response => response.ExternalId).HasMaxLength(64);
        builder.Property(response => response.ReceiptHash).HasMaxLength(32);
        builder.HasIndex(response => response.ReceiptHash).IsUnique();
        builder.Property(response => response.Status).IsConcurrencyToken();
        builder.HasIndex(response => new { response.WaveId, response.ExternalId }).IsUnique();
        builder.HasIndex(response => new { response.WaveId, response.Status });
        builder.HasOne<Wave>().WithMany().HasForeignKey(response => response.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
