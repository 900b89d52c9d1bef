using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class MemberContactConfiguration : IEntityTypeConfiguration<MemberContact>
{
    public void Configure(EntityTypeBuilder<MemberContact> builder)
    {
        builder.ToTable("MemberContacts");
        builder.HasKey(contact => contact.Id);
        builder.Property(contact => contact.Id).ValueGeneratedNever();
        builder.Property(contact => contact.Key).HasMaxLength(MemberContact.LongestKey);
        builder.Property(contact => contact.CaseKey).HasMaxLength(MemberContact.LongestKey);
        builder.Property(contact => contact.Channel).HasMaxLength(MemberContact.LongestText);
        builder.Property(contact => contact.Topic).HasMaxLength(MemberContact.LongestText);
        builder.Property(contact => contact.Unit).HasMaxLength(MemberContact.LongestText);
        builder.Ignore(contact => contact.Facts);
        builder.HasIndex(contact => new { contact.FundId, contact.Key }).IsUnique();
        builder.HasIndex(contact => new { contact.FundId, contact.HeldAt });
        builder.HasOne<Fund>().WithMany().HasForeignKey(contact => contact.FundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(contact => contact.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
