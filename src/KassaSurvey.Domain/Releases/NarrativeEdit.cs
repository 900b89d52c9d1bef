using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Releases;

/// <summary>
/// A sentence of a report that somebody worded anew, or gave back. Rows are only added: together they are the log of edits, and the
/// newest of a sentence counts.
/// </summary>
public sealed class NarrativeEdit : IFundOwned
{
    /// <summary>Longest sentence, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>Longest name of a sentence, in characters.</summary>
    public const int LongestKey = 80;

    private NarrativeEdit()
    {
    }

    /// <summary>Identity.</summary>
    public NarrativeEditId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The survey.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <summary>The year it is about.</summary>
    public ReportingYear Year { get; private set; }

    /// <summary>The year it is compared with.</summary>
    public ReportingYear? ComparedYear { get; private set; }

    /// <summary>The report's language.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Which sentence.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>What the sentence said by itself when it was edited: when it says something else, the edit is stale.</summary>
    public string Generated { get; private set; } = "";

    /// <summary>The new words; empty when the sentence was given back its own.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>True when the sentence was given back its own words.</summary>
    public bool IsWithdrawn => Text.Length == 0;

    /// <summary>Words a sentence anew; empty words give it back its own.</summary>
    public static Result<NarrativeEdit> Create(
        FundId fund, SurveyId survey, EditedReport report, string sentence, string generated, string text, Viewer by, DateTime now)
    {
        // No layout: line ends and tabs would break the paragraph in one format and not in another. No-break spaces in numbers stay.
        var words = string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return words.Length > LongestText
            ? ReleaseErrors.TooLong(LongestText)
            : new NarrativeEdit
            {
                Id = NewId.Of<NarrativeEditId>(),
                FundId = fund,
                SurveyId = survey,
                Year = report.Year,
                ComparedYear = report.ComparedYear,
                Language = report.Language,
                Sentence = sentence,
                Generated = generated,
                Text = words == generated ? "" : words,
                By = by.Name,
                At = now,
            };
    }
}

/// <summary>Which report an edit belongs to.</summary>
/// <param name="Year">The year it is about.</param>
/// <param name="ComparedYear">The year it is compared with, or null.</param>
/// <param name="Language">Its language.</param>
public sealed record EditedReport(ReportingYear Year, ReportingYear? ComparedYear, string Language);
