using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("Questions");
        builder.HasKey(question => question.Id);
        builder.Property(question => question.Id).ValueGeneratedNever();
        builder.Property(question => question.Code).HasMaxLength(CodeText.MaximumLength);
        builder.Property(question => question.AreaCode).HasMaxLength(CodeText.MaximumLength);
        builder.Ignore(question => question.Scale);
        builder.HasIndex(question => new { question.WaveId, question.Code }).IsUnique();
    }
}
