using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class RegisterCountConfiguration : IEntityTypeConfiguration<RegisterCount>
{
    public void Configure(EntityTypeBuilder<RegisterCount> builder)
    {
        builder.HasKey(count => new { count.WaveId, count.Segment, count.OtherSegment, count.Category, count.OtherCategory });
        builder.Property(count => count.Segment).HasMaxLength(Segment.MaximumLength);
        builder.Property(count => count.Category).HasMaxLength(Segment.MaximumLength);
        builder.Property(count => count.OtherSegment).HasMaxLength(Segment.MaximumLength);
        builder.Property(count => count.OtherCategory).HasMaxLength(Segment.MaximumLength);
        builder.HasOne<Wave>().WithMany().HasForeignKey(count => count.WaveId).OnDelete(DeleteBehavior.Cascade);
    }
}
