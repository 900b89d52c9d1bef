using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class CallHoldConfiguration : IEntityTypeConfiguration<CallHold>
{
    public void Configure(EntityTypeBuilder<CallHold> builder)
    {
        // The key is the invitation: two interviewers who reach for one member cannot both get the row.
        builder.HasKey(hold => hold.InvitationId);
        builder.Property(hold => hold.InvitationId).ValueGeneratedNever();
        builder.Property(hold => hold.By).HasMaxLength(200);
        builder.Property(hold => hold.Until).IsConcurrencyToken();
        builder.HasOne<Invitation>().WithOne().HasForeignKey<CallHold>(hold => hold.InvitationId).OnDelete(DeleteBehavior.Cascade);
    }
}
