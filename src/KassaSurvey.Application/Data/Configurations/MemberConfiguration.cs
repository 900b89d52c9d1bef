using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.HasKey(member => member.Id);
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder.Property(member => member.Number).HasMaxLength(64);
        builder.Property(member => member.Name).HasMaxLength(200);
        builder.Property(member => member.Email).HasMaxLength(254);
        builder.Property(member => member.Phone).HasMaxLength(32);
        builder.Property(member => member.Language).HasMaxLength(2);
        builder.Property(member => member.LastContactChannel).HasMaxLength(64);
        builder.Property(member => member.Standing).HasDefaultValue(MemberStanding.Active).HasSentinel(MemberStanding.Active);
        builder.ComplexProperty(member => member.Address, address =>
        {
            address.Property(part => part.Street).HasMaxLength(PostalAddress.LongestPart);
            address.Property(part => part.PostalCode).HasMaxLength(PostalAddress.LongestPart);
            address.Property(part => part.City).HasMaxLength(PostalAddress.LongestPart);
        });
        builder.HasIndex(member => new { member.FundId, member.Number }).IsUnique();
        // Members are looked for by the beginning of either.
        builder.HasIndex(member => new { member.FundId, member.Name });
        builder.HasIndex(member => new { member.FundId, member.Email });
        builder.HasOne<Fund>().WithMany().HasForeignKey(member => member.FundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(member => member.Segments).WithOne().HasForeignKey(segment => segment.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(member => member.Segments).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
