using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class MemberSegmentConfiguration : IEntityTypeConfiguration<MemberSegment>
{
    public void Configure(EntityTypeBuilder<MemberSegment> builder)
    {
        builder.ToTable("MemberSegments");
        builder.HasKey(segment => new { segment.MemberId, segment.Name });
        builder.Property(segment => segment.Name).HasMaxLength(Segment.MaximumLength);
        builder.Property(segment => segment.Value).HasMaxLength(Segment.MaximumLength);
    }
}
