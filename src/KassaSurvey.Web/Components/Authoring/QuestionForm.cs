using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>A question while it is written. What it is not asked for here is kept as it was.</summary>
public sealed class QuestionForm
{
    private readonly QuestionContent? _before;

    private QuestionForm(QuestionContent? before) => _before = before;

    /// <summary>Its code, as typed.</summary>
    public string Code { get; set; } = "";

    /// <summary>What kind of answer it takes.</summary>
    public QuestionKind Kind { get; set; } = QuestionKind.Scale;

    /// <summary>Its area's code; empty for none.</summary>
    public string Area { get; set; } = "";

    /// <summary>The lowest answer of a rating.</summary>
    public int Minimum { get; set; } = AnswerScale.OneToSeven.Minimum;

    /// <summary>The highest answer of a rating.</summary>
    public int Maximum { get; set; } = AnswerScale.OneToSeven.Maximum;

    /// <summary>True when "can't say" is offered.</summary>
    public bool AllowsCantSay { get; set; }

    /// <summary>The most options that may be chosen; 0 for any number.</summary>
    public int MaximumChoices { get; set; }

    /// <summary>The question itself.</summary>
    public Wordings Text { get; private init; } = new(LocalizedText.Empty);

    /// <summary>The sentence before it.</summary>
    public Wordings Lead { get; private init; } = new(LocalizedText.Empty);

    /// <summary>The word at the low end.</summary>
    public Wordings Low { get; private init; } = new(LocalizedText.Empty);

    /// <summary>The word at the high end.</summary>
    public Wordings High { get; private init; } = new(LocalizedText.Empty);

    /// <summary>Its options in order.</summary>
    public List<OptionForm> Options { get; } = [];

    /// <summary>When it is shown; null for always.</summary>
    public DisplayCondition? Condition { get; set; }

    /// <summary>True when members choose among options.</summary>
    public bool HasOptions => Kind is QuestionKind.Single or QuestionKind.Multiple;

    /// <summary>True when it has ends with words.</summary>
    public bool HasEnds => Kind is QuestionKind.Scale or QuestionKind.Recommendation;

    /// <summary>A new question in an area.</summary>
    public static QuestionForm New(string? area) => new(null) { Area = area ?? "" };

    /// <summary>A question as it is.</summary>
    public static QuestionForm Of(QuestionContent content)
    {
        var form = new QuestionForm(content)
        {
            Code = content.Code,
            Kind = content.Kind,
            Area = content.AreaCode ?? "",
            Minimum = content.Scale?.Minimum ?? AnswerScale.OneToSeven.Minimum,
            Maximum = content.Scale?.Maximum ?? AnswerScale.OneToSeven.Maximum,
            AllowsCantSay = content.AllowsCantSay,
            MaximumChoices = content.MaximumChoices,
            Text = new(content.Text),
            Lead = new(content.Lead),
            Low = new(content.MinimumLabel),
            High = new(content.MaximumLabel),
            Condition = content.Condition,
        };
        form.Options.AddRange(content.Options.Select(option => new OptionForm(option)));
        return form;
    }

    /// <summary>The question as written, or why it is none.</summary>
    public Result<QuestionContent> Read()
    {
        var code = Code.Trim();
        if (!CodeText.IsCode(code))
        {
            return DraftErrors.CodeInvalid(code);
        }

        if (Kind == QuestionKind.Scale && !AnswerScale.IsValid(Minimum, Maximum))
        {
            return DraftErrors.ScaleInvalid(code);
        }

        return new QuestionContent(code, Kind, Text.Read())
        {
            AreaCode = Area.Length == 0 ? null : Area,
            Dimension = _before?.Dimension,
            Scale = Kind switch
            {
                QuestionKind.Scale => new AnswerScale(Minimum, Maximum),
                QuestionKind.Recommendation => AnswerScale.Recommendation,
                _ => null,
            },
            AllowsCantSay = AllowsCantSay,
            Lead = Lead.Read(),
            MinimumLabel = HasEnds ? Low.Read() : LocalizedText.Empty,
            MaximumLabel = HasEnds ? High.Read() : LocalizedText.Empty,
            Options = HasOptions ? [.. Options.Select(option => option.Read())] : [],
            Condition = Condition,
            MaximumChoices = Kind == QuestionKind.Multiple ? MaximumChoices : 0,
            MaximumLength = _before?.MaximumLength ?? 0,
        };
    }
}

/// <summary>An option while it is written.</summary>
public sealed class OptionForm
{
    private readonly AnswerOption? _before;

    /// <summary>A new option.</summary>
    public OptionForm() => Label = new(LocalizedText.Empty);

    /// <summary>An option as it is.</summary>
    public OptionForm(AnswerOption option) =>
        (_before, Code, Label, IsExclusive, IsCantSay) = (option, option.Code, new(option.Label), option.IsExclusive, option.IsCantSay);

    /// <summary>Its code, as typed.</summary>
    public string Code { get; set; } = "";

    /// <summary>What members read.</summary>
    public Wordings Label { get; }

    /// <summary>Chosen alone.</summary>
    public bool IsExclusive { get; set; }

    /// <summary>Means "can't say".</summary>
    public bool IsCantSay { get; set; }

    /// <summary>The option as written; a new one has no number yet.</summary>
    public AnswerOption Read() => new(_before?.Number ?? 0, Code.Trim(), Label.Read(), IsExclusive, IsCantSay);
}
