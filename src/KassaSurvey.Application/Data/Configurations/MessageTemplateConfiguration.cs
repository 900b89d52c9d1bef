using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class MessageTemplateConfiguration : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> builder)
    {
        builder.HasKey(template => new { template.WaveId, template.Step, template.Channel, template.Language });
        builder.Property(template => template.Language).HasMaxLength(2);
        builder.Property(template => template.Subject).HasMaxLength(MessageText.LongestSubject);
        builder.Property(template => template.Body).HasMaxLength(MessageText.LongestBody);
        builder.HasOne<Wave>().WithMany().HasForeignKey(template => template.WaveId).OnDelete(DeleteBehavior.Cascade);
    }
}
