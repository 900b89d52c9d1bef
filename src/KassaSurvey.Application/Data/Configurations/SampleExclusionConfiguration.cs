using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class SampleExclusionConfiguration : IEntityTypeConfiguration<SampleExclusion>
{
    public void Configure(EntityTypeBuilder<SampleExclusion> builder)
    {
        builder.HasKey(exclusion => new { exclusion.WaveId, exclusion.MemberId });
        builder.HasOne<Wave>().WithMany().HasForeignKey(exclusion => exclusion.WaveId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(exclusion => exclusion.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
