using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class WordingCorrectionConfiguration : IEntityTypeConfiguration<WordingCorrection>
{
    public void Configure(EntityTypeBuilder<WordingCorrection> builder)
    {
        builder.ToTable("WordingCorrections");
        builder.HasKey(correction => new { correction.WaveId, correction.Number });
        builder.Property(correction => correction.TextKey).HasMaxLength(200);
        builder.Property(correction => correction.Language).HasMaxLength(2);
        builder.Property(correction => correction.Before).HasMaxLength(1000);
        builder.Property(correction => correction.After).HasMaxLength(1000);
        builder.Property(correction => correction.By).HasMaxLength(256);
        builder.HasOne<Wave>().WithMany().HasForeignKey(correction => correction.WaveId).OnDelete(DeleteBehavior.Cascade);
    }
}
