namespace KassaSurvey.Application.Features.Responding;

/// <summary>The installation's secret behind every member's link. Who changes it ends all links that are out.</summary>
public interface ILinkKey
{
    /// <summary>At least 32 random bytes.</summary>
    ReadOnlyMemory<byte> Key { get; }
}
