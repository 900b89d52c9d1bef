using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>A typo that was corrected while members were answering.</summary>
public sealed class WordingCorrection : IFundOwned
{
    private WordingCorrection()
    {
    }

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>1, 2, … in the wave.</summary>
    public int Number { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Which text, as <see cref="TextKey.ToString"/> writes it.</summary>
    public string TextKey { get; private set; } = "";

    /// <summary>The language.</summary>
    public string Language { get; private set; } = "";

    /// <summary>What it said.</summary>
    public string Before { get; private set; } = "";

    /// <summary>What it says.</summary>
    public string After { get; private set; } = "";

    /// <summary>Who corrected it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Records a correction.</summary>
    public static WordingCorrection Create(
        Wave wave, int number, TextKey key, string language, string before, string after, string by, DateTime at) => new()
    {
        WaveId = wave.Id, FundId = wave.FundId, Number = number, TextKey = key.ToString(), Language = language,
        Before = before, After = after, By = by, At = at,
    };
}
