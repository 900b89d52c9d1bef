using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Language).HasMaxLength(2);
        builder.Property(message => message.LeaseOwner).HasMaxLength(32);
        builder.Property(message => message.ProviderReference).HasMaxLength(200);
        builder.Property(message => message.Revision).IsConcurrencyToken();
        // Planning twice, or on two servers, makes no second message: the database says so, not the program alone.
        builder.HasIndex(message => new { message.InvitationId, message.Step, message.Channel }).IsUnique();
        builder.HasIndex(message => new { message.WaveId, message.Status, message.DueAt });
        builder.HasIndex(message => new { message.WaveId, message.SentAt });
        builder.HasOne<Wave>().WithMany().HasForeignKey(message => message.WaveId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(message => message.InvitationId).OnDelete(DeleteBehavior.Cascade);
    }
}
