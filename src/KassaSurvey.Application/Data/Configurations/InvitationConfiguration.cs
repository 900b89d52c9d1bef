using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasKey(invitation => invitation.Id);
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.Language).HasMaxLength(2);
        builder.Property(invitation => invitation.Stratum).HasMaxLength(200);
        // One invitation per member and wave, one answer per invitation: the database says so, not the program alone.
        builder.HasIndex(invitation => new { invitation.WaveId, invitation.MemberId }).IsUnique();
        builder.HasIndex(invitation => invitation.OpenResponseId).IsUnique();
        // Two sessions that start at once both read Waiting; the second update then matches no row.
        builder.Property(invitation => invitation.Status).IsConcurrencyToken();
        builder.HasOne<Wave>().WithMany().HasForeignKey(invitation => invitation.WaveId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(invitation => invitation.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
