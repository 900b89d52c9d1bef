using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class QuestionnaireEditConfiguration : IEntityTypeConfiguration<QuestionnaireEdit>
{
    public void Configure(EntityTypeBuilder<QuestionnaireEdit> builder)
    {
        builder.ToTable("QuestionnaireEdits");
        builder.HasKey(edit => new { edit.WaveId, edit.Number });
        builder.Property(edit => edit.By).HasMaxLength(256);
        builder.Property(edit => edit.What).HasMaxLength(CodeText.MaximumLength);
        builder.Property(edit => edit.Subject).HasMaxLength(CodeText.MaximumLength);
        builder.Ignore(edit => edit.IsUndone);
        builder.HasOne<Wave>().WithMany().HasForeignKey(edit => edit.WaveId).OnDelete(DeleteBehavior.Cascade);
    }
}
