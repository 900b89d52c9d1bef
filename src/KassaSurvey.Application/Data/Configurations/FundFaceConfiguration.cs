using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KassaSurvey.Application.Data.Configurations;

internal sealed class FundFaceConfiguration : IEntityTypeConfiguration<FundFace>
{
    public void Configure(EntityTypeBuilder<FundFace> builder)
    {
        builder.ToTable("FundFaces");
        builder.HasKey(face => face.FundId);
        builder.Property(face => face.FundId).ValueGeneratedNever();
        builder.Property(face => face.Revision).IsConcurrencyToken();
        builder.Property(face => face.Colour).HasMaxLength(7);
        builder.Property(face => face.LogoType).HasMaxLength(32);
        builder.Property<byte[]>("_logo").HasColumnName("Logo").HasMaxLength(LogoFile.LargestBytes);
        builder.Property(face => face.ContactName).HasMaxLength(200);
        builder.Property(face => face.ContactPhone).HasMaxLength(40);
        builder.Property(face => face.ServiceAddress).HasMaxLength(500);
        builder.Property(face => face.Country).HasMaxLength(2);
        builder.Ignore(face => face.Logo);
        builder.Ignore(face => face.OwnColour);
        builder.HasOne<Fund>().WithOne().HasForeignKey<FundFace>(face => face.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}
