using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class AccessibilityFeedbackConfiguration : IEntityTypeConfiguration<AccessibilityFeedback>
{
    public void Configure(EntityTypeBuilder<AccessibilityFeedback> builder)
    {
        builder.ToTable("AccessibilityFeedback");
        builder.HasKey(feedback => feedback.Id);
        builder.Property(feedback => feedback.Id).ValueGeneratedNever();
        builder.Property(feedback => feedback.Text).HasMaxLength(AccessibilityFeedback.LongestText);
        builder.Property(feedback => feedback.ReplyTo).HasMaxLength(AccessibilityFeedback.LongestAddress);
        builder.Property(feedback => feedback.AnsweredBy).HasMaxLength(200);
        builder.Property(feedback => feedback.AnswerNote).HasMaxLength(AccessibilityFeedback.LongestNote);
        // Of two colleagues who both answer, the second is told.
        builder.Property(feedback => feedback.AnsweredOn).IsConcurrencyToken();
        builder.HasIndex(feedback => new { feedback.FundId, feedback.DueOn });
        builder.HasOne<Fund>().WithMany().HasForeignKey(feedback => feedback.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
