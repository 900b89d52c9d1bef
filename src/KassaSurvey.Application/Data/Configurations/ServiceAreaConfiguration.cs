using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class ServiceAreaConfiguration : IEntityTypeConfiguration<ServiceArea>
{
    public void Configure(EntityTypeBuilder<ServiceArea> builder)
    {
        builder.HasKey(area => area.Id);
        builder.Property(area => area.Id).ValueGeneratedNever();
        builder.Property(area => area.Code).HasMaxLength(CodeText.MaximumLength);
        builder.Property(area => area.Name).HasMaxLength(2000);
        builder.Ignore(area => area.IsOutcome);
        builder.HasIndex(area => new { area.SurveyId, area.Code }).IsUnique();
        builder.HasOne<Survey>().WithMany().HasForeignKey(area => area.SurveyId).OnDelete(DeleteBehavior.Cascade);
    }
}
