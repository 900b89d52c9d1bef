using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Scoring;

namespace KassaSurvey.Domain.Surveys;

/// <summary>A survey that a fund repeats: the yearly member satisfaction survey, say. Its waves are the years.</summary>
public sealed class Survey : IFundOwned
{
    /// <summary>The code of the question that grades the service as a whole, when the survey has it.</summary>
    public const string OverallCode = "OVERALL";

    private Survey()
    {
    }

    /// <summary>Identity.</summary>
    public SurveyId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Its name in addresses and commands, unique in the fund.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Its name.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>What members are promised about their answers; said to them on the first page.</summary>
    public Confidentiality Confidentiality { get; private set; } = Confidentiality.Anonymous;

    /// <summary>The recipe of the index that new waves take with them; null = the overall grade. Waves made before keep theirs.</summary>
    public IndexRecipe? IndexRecipe { get; private set; }

    /// <summary>Makes a survey.</summary>
    /// <exception cref="ArgumentException">The key is not a valid key.</exception>
    public static Survey Create(FundId fund, string key, LocalizedText name) => CodeText.IsKey(key)
        ? new() { Id = NewId.Of<SurveyId>(), FundId = fund, Key = key, Name = name }
        : throw new ArgumentException($"'{key}' is not a valid survey key.", nameof(key));

    /// <summary>Changes the promise. Once members have been asked under one promise it stands for good.</summary>
    /// <param name="confidentiality">The promise.</param>
    /// <param name="hasBeenAsked">True when a wave of the survey is or was in the field here.</param>
    /// <returns>Done, or <c>Survey.ConfidentialityFixed</c>.</returns>
    public Result Promise(Confidentiality confidentiality, bool hasBeenAsked)
    {
        if (hasBeenAsked && confidentiality != Confidentiality)
        {
            return Error.Of("Survey.ConfidentialityFixed");
        }

        Confidentiality = confidentiality;
        return Result.Done;
    }

    /// <summary>Computes the index of new waves by another recipe.</summary>
    public void Use(IndexRecipe recipe) => IndexRecipe = recipe;
}
