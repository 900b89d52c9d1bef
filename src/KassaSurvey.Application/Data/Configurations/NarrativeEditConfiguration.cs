using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Releases;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class NarrativeEditConfiguration : IEntityTypeConfiguration<NarrativeEdit>
{
    public void Configure(EntityTypeBuilder<NarrativeEdit> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Language).HasMaxLength(2);
        builder.Property(row => row.Sentence).HasMaxLength(NarrativeEdit.LongestKey);
        builder.Property(row => row.Text).HasMaxLength(NarrativeEdit.LongestText);
        builder.Property(row => row.By).HasMaxLength(256);
        builder.HasIndex(row => new { row.SurveyId, row.Year, row.Language });
        builder.HasOne<Fund>().WithMany().HasForeignKey(row => row.FundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Survey>().WithMany().HasForeignKey(row => row.SurveyId).OnDelete(DeleteBehavior.Restrict);
    }
}
