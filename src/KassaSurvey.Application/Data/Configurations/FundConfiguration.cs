using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class FundConfiguration : IEntityTypeConfiguration<Fund>
{
    public void Configure(EntityTypeBuilder<Fund> builder)
    {
        builder.HasKey(fund => fund.Id);
        builder.Property(fund => fund.Id).ValueGeneratedNever();
        builder.Property(fund => fund.Key).HasMaxLength(CodeText.MaximumLength);
        builder.HasIndex(fund => fund.Key).IsUnique();
        builder.Property(fund => fund.Name).HasMaxLength(2000);
        builder.Property(fund => fund.DefaultLanguage).HasMaxLength(2);
        builder.Property(fund => fund.ContactEmail).HasMaxLength(254);
    }
}
