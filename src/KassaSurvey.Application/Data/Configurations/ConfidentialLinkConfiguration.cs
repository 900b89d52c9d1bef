using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class ConfidentialLinkConfiguration : IEntityTypeConfiguration<ConfidentialLink>
{
    public void Configure(EntityTypeBuilder<ConfidentialLink> builder)
    {
        builder.ToTable("ConfidentialLinks");
        builder.HasKey(link => link.InvitationId);
        builder.Property(link => link.InvitationId).ValueGeneratedNever();
        builder.HasIndex(link => link.ResponseId).IsUnique();
        builder.HasOne<Invitation>().WithMany().HasForeignKey(link => link.InvitationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Response>().WithMany().HasForeignKey(link => link.ResponseId).OnDelete(DeleteBehavior.Cascade);
    }
}
