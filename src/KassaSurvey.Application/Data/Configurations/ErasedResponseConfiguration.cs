using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class ErasedResponseConfiguration : IEntityTypeConfiguration<ErasedResponse>
{
    public void Configure(EntityTypeBuilder<ErasedResponse> builder)
    {
        builder.HasKey(erased => erased.Id);
        builder.Property(erased => erased.Id).ValueGeneratedNever();
        builder.HasIndex(erased => erased.WaveId);
        builder.HasOne<Wave>().WithMany().HasForeignKey(erased => erased.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
