using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class SealedColumnConfiguration : IEntityTypeConfiguration<SealedColumn>
{
    public void Configure(EntityTypeBuilder<SealedColumn> builder)
    {
        builder.HasKey(column => new { column.WaveId, column.Version, column.Kind, column.Code });
        builder.Property(column => column.Code).HasMaxLength(CodeText.MaximumLength);
        builder.HasOne<SealedWave>().WithMany().HasForeignKey(column => new { column.WaveId, column.Version }).OnDelete(DeleteBehavior.Cascade);
    }
}
