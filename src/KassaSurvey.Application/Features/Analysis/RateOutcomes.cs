using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Outcome rates from counts, or from an analyst's own file with a disposition code a row.</summary>
public static class RateOutcomes
{
    /// <summary>The rates of counts.</summary>
    /// <param name="counts">None negative.</param>
    /// <param name="eligibility">e 0-1, or null to estimate it.</param>
    public static Result<OutcomeDocument> Execute(OutcomeCounts counts, double? eligibility) =>
        counts.Asked == 0 ? AnalysisErrors.NobodyAsked : OutcomeDocument.Of(null, counts, eligibility);

    /// <summary>The rates of a file. A row without a code stops it: leaving the row out would raise every rate.</summary>
    /// <param name="file">One row a person asked.</param>
    /// <param name="column">The column of codes.</param>
    /// <param name="eligibility">e 0-1, or null to estimate it.</param>
    public static Result<OutcomeDocument> Execute(DataFile file, string column, double? eligibility)
    {
        var found = file.Find(column);
        if (!found.IsSuccess)
        {
            return Result<OutcomeDocument>.Failed(found.Errors);
        }

        var codes = file.Texts(column);
        var outcomes = new long[(int)Disposition.NotEligible + 1];
        var errors = new List<Error>();
        for (var row = 0; row < codes.Length && errors.Count < DataFile.LongestList; row++)
        {
            if (Dispositions.TryParse(codes[row], out var disposition))
            {
                outcomes[(int)disposition]++;
            }
            else
            {
                errors.Add(AnalysisErrors.BadCode(file.Name, file.LineOf(row), column, codes[row]));
            }
        }

        var counts = Counts(outcomes);
        return errors.Count > 0 ? Result<OutcomeDocument>.Failed(errors)
            : counts.Asked == 0 ? AnalysisErrors.NobodyAsked
            : OutcomeDocument.Of(file.Name, counts, eligibility);
    }

    private static OutcomeCounts Counts(long[] outcomes) => new()
    {
        Complete = outcomes[(int)Disposition.Complete],
        Partial = outcomes[(int)Disposition.Partial],
        Refusal = outcomes[(int)Disposition.Refusal],
        NonContact = outcomes[(int)Disposition.NonContact],
        Other = outcomes[(int)Disposition.Other],
        UnknownHousehold = outcomes[(int)Disposition.UnknownHousehold],
        UnknownOther = outcomes[(int)Disposition.UnknownOther],
        NotEligible = outcomes[(int)Disposition.NotEligible],
    };
}
