using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class WaveSampleConfiguration : IEntityTypeConfiguration<WaveSample>
{
    public void Configure(EntityTypeBuilder<WaveSample> builder)
    {
        builder.HasKey(sample => sample.WaveId);
        builder.Property(sample => sample.RuleName).HasMaxLength(EligibilityRule.LongestName);
        builder.Property(sample => sample.FrameHash).HasMaxLength(64);
        builder.Property(sample => sample.DrawnBy).HasMaxLength(256);
        builder.HasOne<Wave>().WithOne().HasForeignKey<WaveSample>(sample => sample.WaveId).OnDelete(DeleteBehavior.Cascade);
    }
}
