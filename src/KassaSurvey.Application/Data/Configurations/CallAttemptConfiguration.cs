using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class CallAttemptConfiguration : IEntityTypeConfiguration<CallAttempt>
{
    public void Configure(EntityTypeBuilder<CallAttempt> builder)
    {
        builder.HasKey(attempt => attempt.Id);
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.Property(attempt => attempt.By).HasMaxLength(200);
        builder.Property(attempt => attempt.Note).HasMaxLength(CallAttempt.LongestNote);
        builder.HasIndex(attempt => new { attempt.InvitationId, attempt.At });
        builder.HasOne<Invitation>().WithMany().HasForeignKey(attempt => attempt.InvitationId).OnDelete(DeleteBehavior.Cascade);
    }
}
