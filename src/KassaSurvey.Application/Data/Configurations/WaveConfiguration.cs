using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class WaveConfiguration : IEntityTypeConfiguration<Wave>
{
    public void Configure(EntityTypeBuilder<Wave> builder)
    {
        builder.HasKey(wave => wave.Id);
        builder.Property(wave => wave.Id).ValueGeneratedNever();
        builder.Property(wave => wave.Revision).IsConcurrencyToken();
        builder.Property(wave => wave.ChangedBy).HasMaxLength(256);
        builder.HasIndex(wave => new { wave.SurveyId, wave.Year }).IsUnique();
        builder.HasOne<Survey>().WithMany().HasForeignKey(wave => wave.SurveyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(wave => wave.Questions).WithOne().HasForeignKey(question => question.WaveId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(wave => wave.Questions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
