using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class QuestionLinkConfiguration : IEntityTypeConfiguration<QuestionLink>
{
    public void Configure(EntityTypeBuilder<QuestionLink> builder)
    {
        builder.ToTable("QuestionLinks");
        builder.HasKey(link => new { link.SurveyId, link.QuestionCode, link.ToYear });
        builder.Property(link => link.QuestionCode).HasMaxLength(CodeText.MaximumLength);
        builder.Property(link => link.Reason).HasMaxLength(QuestionLink.LongestReason);
        builder.Property(link => link.DecidedBy).HasMaxLength(256);
        builder.Ignore(link => link.Change);
        builder.HasOne<Survey>().WithMany().HasForeignKey(link => link.SurveyId).OnDelete(DeleteBehavior.Cascade);
    }
}
