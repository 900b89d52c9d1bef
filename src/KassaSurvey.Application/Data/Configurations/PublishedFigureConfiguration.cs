using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class PublishedFigureConfiguration : IEntityTypeConfiguration<PublishedFigure>
{
    public void Configure(EntityTypeBuilder<PublishedFigure> builder)
    {
        builder.HasKey(figure => figure.Id);
        builder.Property(figure => figure.Id).ValueGeneratedNever();
        builder.Property(figure => figure.QuestionCode).HasMaxLength(CodeText.MaximumLength);
        builder.Property(figure => figure.Source).HasMaxLength(500);
        builder.Ignore(figure => figure.Scale);
        builder.HasIndex(figure => new { figure.SurveyId, figure.Year, figure.QuestionCode }).IsUnique();
        builder.HasOne<Survey>().WithMany().HasForeignKey(figure => figure.SurveyId).OnDelete(DeleteBehavior.Cascade);
    }
}
