using KassaSurvey.Domain.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class LetterLinkConfiguration : IEntityTypeConfiguration<LetterLink>
{
    private const int HashSize = 32;

    public void Configure(EntityTypeBuilder<LetterLink> builder)
    {
        builder.ToTable("LetterLinks");
        builder.HasKey(link => link.InvitationId);
        builder.Property(link => link.InvitationId).ValueGeneratedNever();
        builder.Property(link => link.CodeHash).HasMaxLength(HashSize).IsFixedLength();
        // Not unique: two invitations that share a code by chance must not stop a whole mailing; the code then opens neither.
        builder.HasIndex(link => link.CodeHash);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(link => link.InvitationId).OnDelete(DeleteBehavior.Cascade);
    }
}
