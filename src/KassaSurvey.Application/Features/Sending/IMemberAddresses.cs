namespace KassaSurvey.Application.Features.Sending;

/// <summary>The addresses that messages carry, outside any request.</summary>
public interface IMemberAddresses
{
    /// <summary>True when the installation knows the address that members reach it by.</summary>
    bool IsSetUp { get; }

    /// <summary>The member's own link.</summary>
    string LinkOf(string token);

    /// <summary>Where "no more messages" is said.</summary>
    string OptOutOf(string token);
}
