using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class SealedWaveConfiguration : IEntityTypeConfiguration<SealedWave>
{
    public void Configure(EntityTypeBuilder<SealedWave> builder)
    {
        builder.HasKey(seal => new { seal.WaveId, seal.Version });
        builder.Property(seal => seal.Sha256).HasMaxLength(64);
        builder.Property(seal => seal.Reason).HasMaxLength(SealedWave.LongestReason);
        builder.HasOne<Wave>().WithMany().HasForeignKey(seal => seal.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
