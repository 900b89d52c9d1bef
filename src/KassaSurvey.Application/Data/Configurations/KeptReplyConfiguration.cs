using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class KeptReplyConfiguration : IEntityTypeConfiguration<KeptReply>
{
    public void Configure(EntityTypeBuilder<KeptReply> builder)
    {
        builder.ToTable("KeptReplies");
        builder.HasKey(answer => new { answer.FundId, answer.CallerKey });
        builder.Property(answer => answer.CallerKey).HasMaxLength(64).IsUnicode(false);
        builder.Property(answer => answer.BodyHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(answer => answer.At);
        builder.HasOne<Fund>().WithMany().HasForeignKey(answer => answer.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
