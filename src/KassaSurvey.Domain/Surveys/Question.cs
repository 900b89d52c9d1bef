using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Domain.Surveys;

/// <summary>A question as asked in one wave. Its code is its identity across the years.</summary>
public sealed class Question
{
    private Question()
    {
    }

    /// <summary>Identity in this wave.</summary>
    public QuestionId Id { get; private set; }

    /// <summary>The wave that asks it.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>Stable across years, languages and wordings.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The service area it measures, or null for background and routing questions.</summary>
    public string? AreaCode { get; private set; }

    /// <summary>The side of the experience it tells of, or null.</summary>
    public ExperienceDimension? Dimension { get; private set; }

    /// <summary>Place in the questionnaire, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>What kind of answer it takes.</summary>
    public QuestionKind Kind { get; private set; }

    /// <summary>Lowest answer of a rating; 0 for other kinds.</summary>
    public int ScaleMinimum { get; private set; }

    /// <summary>Highest answer of a rating; 0 for other kinds.</summary>
    public int ScaleMaximum { get; private set; }

    /// <summary>True when "can't say" is offered.</summary>
    public bool AllowsCantSay { get; private set; }

    /// <summary>The question itself.</summary>
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;

    /// <summary>A sentence that introduces several questions, or empty.</summary>
    public LocalizedText Lead { get; private set; } = LocalizedText.Empty;

    /// <summary>The word at the low end of the scale.</summary>
    public LocalizedText MinimumLabel { get; private set; } = LocalizedText.Empty;

    /// <summary>The word at the high end of the scale.</summary>
    public LocalizedText MaximumLabel { get; private set; } = LocalizedText.Empty;

    /// <summary>The options of a choice question, in the order shown.</summary>
    public ImmutableArray<AnswerOption> Options { get; private set; } = [];

    /// <summary>When it is shown; null means always.</summary>
    public DisplayCondition? Condition { get; private set; }

    /// <summary>The most options that may be chosen; 0 means any number.</summary>
    public int MaximumChoices { get; private set; }

    /// <summary>The longest text in characters; 0 means the product's limit.</summary>
    public int MaximumLength { get; private set; }

    /// <summary>The rating scale, or null for a question that is not a rating.</summary>
    public AnswerScale? Scale => IsRating ? new AnswerScale(ScaleMinimum, ScaleMaximum) : null;

    /// <summary>True when the answer is a rating with a mean.</summary>
    public bool IsRating => Kind is QuestionKind.Scale or QuestionKind.Recommendation;

    /// <summary>True for a rating that its service area is scored from; the overall grade stands for itself and is in none.</summary>
    public bool CountsInItsArea => IsRating && AreaCode is not null && Code != Survey.OverallCode;

    /// <summary>True when the answer is a choice whose shares are counted.</summary>
    public bool IsChoice => Kind is QuestionKind.YesNo or QuestionKind.Single or QuestionKind.Multiple;

    /// <summary>Makes a wave's question from its wording and rules.</summary>
    public static Question Create(WaveId wave, int order, QuestionContent content)
    {
        var question = new Question { Id = NewId.Of<QuestionId>(), WaveId = wave, Order = order };
        question.Apply(content);
        return question;
    }

    /// <summary>The same question for another wave: code, wording and rules are kept, the identity is new.</summary>
    public Question CopyTo(WaveId wave, int order) => Create(wave, order, Content());

    /// <summary>Wording and rules, without place and identity.</summary>
    public QuestionContent Content() => new(Code, Kind, Text)
    {
        AreaCode = AreaCode,
        Dimension = Dimension,
        Scale = Scale,
        AllowsCantSay = AllowsCantSay,
        Lead = Lead,
        MinimumLabel = MinimumLabel,
        MaximumLabel = MaximumLabel,
        Options = Options,
        Condition = Condition,
        MaximumChoices = MaximumChoices,
        MaximumLength = MaximumLength,
    };

    /// <summary>The option with this code, or null.</summary>
    public AnswerOption? Option(string code) =>
        Options.FirstOrDefault(option => string.Equals(option.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a given answer says this value: an option's code, yes/no, or a number.</summary>
    public bool Says(AnswerValue answer, string value) => Kind switch
    {
        QuestionKind.Single => Option(value)?.Number == answer.Code,
        QuestionKind.Multiple => Option(value) is { } option && answer.HasChoice(option.Number),
        QuestionKind.YesNo => answer.Code == (value is "1" or "yes" ? 1 : 0),
        QuestionKind.Number => answer.Number is { } number && number.ToString(CultureInfo.InvariantCulture) == value,
        QuestionKind.OpenText => answer.Text == value,
        _ => answer.Code.ToString(CultureInfo.InvariantCulture) == value,
    };

    /// <summary>Takes over a place and content while the wave is composed.</summary>
    internal void Change(int order, QuestionContent content)
    {
        Order = order;
        Apply(content);
    }

    /// <summary>Corrects one text; returns what it said, or null when there is no such text to correct.</summary>
    internal string? Correct(TextKey key, string language, string text)
    {
        string? before = null;
        var corrected = DraftTexts.Replace(Content(), key, was =>
        {
            var fits = DraftTexts.TryCorrect(was, key.Part, language, text, out var changed);
            before = fits ? was.Texts[language] : null;
            return changed;
        });
        if (corrected is not null && before is not null)
        {
            Apply(corrected);
        }

        return before;
    }

    private void Apply(QuestionContent content)
    {
        Code = content.Code;
        AreaCode = content.AreaCode;
        Dimension = content.Dimension;
        Kind = content.Kind;
        ScaleMinimum = content.Scale?.Minimum ?? 0;
        ScaleMaximum = content.Scale?.Maximum ?? 0;
        AllowsCantSay = content.AllowsCantSay;
        Text = content.Text;
        Lead = content.Lead;
        MinimumLabel = content.MinimumLabel;
        MaximumLabel = content.MaximumLabel;
        Options = content.Options;
        Condition = content.Condition;
        MaximumChoices = content.MaximumChoices;
        MaximumLength = content.MaximumLength;
    }
}
