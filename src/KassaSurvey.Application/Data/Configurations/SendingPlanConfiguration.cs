using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class SendingPlanConfiguration : IEntityTypeConfiguration<SendingPlan>
{
    public void Configure(EntityTypeBuilder<SendingPlan> builder)
    {
        builder.HasKey(plan => plan.WaveId);
        builder.Property(plan => plan.WaveId).ValueGeneratedNever();
        builder.Property(plan => plan.Revision).IsConcurrencyToken();
        builder.Ignore(plan => plan.Content);
        builder.HasOne<Wave>().WithOne().HasForeignKey<SendingPlan>(plan => plan.WaveId).OnDelete(DeleteBehavior.Cascade);
    }
}
