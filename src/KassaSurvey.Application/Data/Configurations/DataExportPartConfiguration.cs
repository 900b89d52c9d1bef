using KassaSurvey.Domain.Exports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class DataExportPartConfiguration : IEntityTypeConfiguration<DataExportPart>
{
    public void Configure(EntityTypeBuilder<DataExportPart> builder)
    {
        builder.HasKey(row => new { row.ExportId, row.Attempt, row.Number });
        builder.HasOne<DataExport>().WithMany().HasForeignKey(row => row.ExportId).OnDelete(DeleteBehavior.Cascade);
    }
}
