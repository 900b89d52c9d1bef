using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.HasKey(answer => new { answer.ResponseId, answer.QuestionId });
        builder.Ignore(answer => answer.Value);
        builder.Property(answer => answer.Text).HasMaxLength(QuestionContent.LongestText);
        builder.HasOne<Response>().WithMany().HasForeignKey(answer => answer.ResponseId).OnDelete(DeleteBehavior.Cascade);
        // No key to Questions and so no index on it: an index per answer would double the cost of saving, results read whole
        // waves, and questions of a wave with answers are never deleted.
    }
}
