using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Organisation;

/// <summary>An unemployment fund: the customer whose members are asked.</summary>
public sealed class Fund
{
    private Fund()
    {
    }

    /// <summary>Identity.</summary>
    public FundId Id { get; private set; }

    /// <summary>Its name in addresses and commands.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Its name.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>The language of a member whose own is unknown.</summary>
    public string DefaultLanguage { get; private set; } = Languages.Finnish;

    /// <summary>Whom members can ask about the survey: shown on the first page.</summary>
    public string ContactEmail { get; private set; } = "";

    /// <summary>Fewest answers behind any figure; never below the product's floor of 5.</summary>
    public int MinimumCell { get; private set; } = Analysis.DisclosureRule.Floor;

    /// <summary>True when changes are judged before the field work has closed. Off unless the fund asks for it: early answers are not everybody's.</summary>
    public bool JudgesOpenWaves { get; private set; }

    /// <summary>Makes a fund.</summary>
    /// <exception cref="ArgumentException">The key or the language is not valid.</exception>
    public static Fund Create(string key, LocalizedText name, string defaultLanguage, string contactEmail)
    {
        if (!CodeText.IsKey(key))
        {
            throw new ArgumentException($"'{key}' is not a valid fund key.", nameof(key));
        }

        return Languages.IsKnown(defaultLanguage)
            ? new() { Id = NewId.Of<FundId>(), Key = key, Name = name, DefaultLanguage = defaultLanguage, ContactEmail = contactEmail }
            : throw new ArgumentException($"Unknown language '{defaultLanguage}'.", nameof(defaultLanguage));
    }

    /// <summary>Changes what members read of the fund: its name and whom to ask.</summary>
    public void Introduce(LocalizedText name, string contactEmail) => (Name, ContactEmail) = (name, contactEmail);

    /// <summary>Decides whether changes are judged before the field work has closed.</summary>
    public void JudgeOpenWaves(bool judges) => JudgesOpenWaves = judges;

    /// <summary>Raises the smallest cell shown. It can only be raised: what was seen once could be subtracted from what is seen later.</summary>
    /// <returns>An error when it would not rise, or above <see cref="Analysis.DisclosureRule.Highest"/>.</returns>
    public Result RaiseMinimumCell(int minimum)
    {
        if (minimum <= MinimumCell)
        {
            return Error.Of("Fund.MinimumCellCanOnlyBeRaised", MinimumCell);
        }

        if (minimum > Analysis.DisclosureRule.Highest)
        {
            return Error.Of("Fund.MinimumCellTooHigh", Analysis.DisclosureRule.Highest);
        }

        MinimumCell = minimum;
        return Result.Done;
    }
}
