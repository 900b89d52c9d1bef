using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>The steps of a wave's page, as its address names them.</summary>
public static class WaveStep
{
    /// <summary>Every question beside last year's.</summary>
    public const string Review = "review";

    /// <summary>Questions, areas and settings.</summary>
    public const string Edit = "edit";

    /// <summary>The texts in each language.</summary>
    public const string Translate = "translate";

    /// <summary>The questionnaire as members will see it.</summary>
    public const string Preview = "preview";

    /// <summary>What stands in the way of opening, and the codebook.</summary>
    public const string Check = "check";

    /// <summary>Who is asked.</summary>
    public const string Sample = "sample";

    /// <summary>Who has been reached and who has finished.</summary>
    public const string Fieldwork = "fieldwork";

    /// <summary>Opening the wave for answering.</summary>
    public const string Open = "open";

    /// <summary>Typos corrected while members answer.</summary>
    public const string Corrections = "corrections";

    /// <summary>How comparable the years are.</summary>
    public const string Comparability = "comparability";

    /// <summary>The steps of a wave as it stands, in order. A first wave has nothing to be reviewed against.</summary>
    public static IReadOnlyList<string> Of(Draft draft) => draft switch
    {
        { Status: not WaveStatus.Draft } => [Fieldwork, Comparability, Corrections, Sample],
        { PreviousYear: null } => [Edit, Translate, Preview, Check, Sample, Open],
        _ => [Review, Edit, Translate, Preview, Check, Sample, Open],
    };

    /// <summary>The step that is asked for, or the first when the wave has no such step.</summary>
    public static string Of(Draft draft, string? asked) => Of(draft) is var steps && steps.Contains(asked) ? asked! : steps[0];
}
