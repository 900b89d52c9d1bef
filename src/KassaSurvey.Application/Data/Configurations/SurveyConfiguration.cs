using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class SurveyConfiguration : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.HasKey(survey => survey.Id);
        builder.Property(survey => survey.Id).ValueGeneratedNever();
        builder.Property(survey => survey.Key).HasMaxLength(CodeText.MaximumLength);
        builder.Property(survey => survey.Name).HasMaxLength(2000);
        // Surveys from before the setting promised anonymity.
        builder.Property(survey => survey.Confidentiality).HasDefaultValue(Confidentiality.Anonymous).HasSentinel(default(Confidentiality));
        builder.HasIndex(survey => new { survey.FundId, survey.Key }).IsUnique();
        builder.HasOne<Fund>().WithMany().HasForeignKey(survey => survey.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
