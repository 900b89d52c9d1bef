using System.Globalization;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>Puts a year's facts into sentences of a language. The same results give the same text, letter by letter.</summary>
public static class WriteNarrative
{
    /// <summary>The narrative of the results.</summary>
    /// <exception cref="ArgumentException">The language is not one of the four.</exception>
    public static WaveNarrative Of(SurveyResults survey, string language)
    {
        var numbers = NumberText.In(language);
        return new(language, [.. NarrativeFacts.Of(survey).Select(entry => new NarrativeSentence(entry.Part, entry.Fact, Sentence(entry.Fact, numbers)))]);
    }

    private static string Sentence(NarrativeFact fact, NumberText numbers)
    {
        var template = NarrativeTexts.In(numbers.Language, fact.Kind);
        var text = string.Format(CultureInfo.InvariantCulture, template, [.. fact.Arguments.Select(argument => (object)Text(argument, numbers))]);
        return Capitalised(text, numbers.Culture);
    }

    private static string Text(FactArgument argument, NumberText numbers) => argument switch
    {
        FactArgument.Figure figure => numbers.Number(figure.Value, figure.Decimals),
        FactArgument.Share share => numbers.Percent(share.Value),
        FactArgument.Count count => numbers.Count(count.Value),
        FactArgument.Year year => NumberText.Year(year.Value),
        FactArgument.Years years => List([.. years.Values.Select(NumberText.Year)], numbers.Language),
        FactArgument.Scale scale => NumberText.Scale(scale.Value),
        FactArgument.Words words => words.Value,
        FactArgument.Topics topics => List([.. topics.Values.Select(topic => Named(topic, numbers))], numbers.Language),
        _ => throw new ArgumentOutOfRangeException(nameof(argument)),
    };

    private static string Named(Topic topic, NumberText numbers)
    {
        var name = (IsBuiltIn(topic) ? NarrativeTexts.ShortName(numbers.Language, topic.Code) : null) ?? Quoted(topic, numbers.Language);
        return topic switch
        {
            { Grade: { } grade, Scale: { } scale } => Format(NarrativeTexts.GradeOnScale, name, Mean(grade), NumberText.Scale(scale)),
            { Grade: { } grade } => Format(NarrativeTexts.WithFigure, name, Mean(grade)),
            { Change: { } change } => Format(NarrativeTexts.WithFigure, name, numbers.Signed(change, Decimals.Mean)),
            { Share: { } share } => Format(NarrativeTexts.WithFigure, name, numbers.Percent(share)),
            _ => name,
        };

        string Mean(double grade) => numbers.Number(grade, NumberText.DecimalsOf(topic.Scale));

        string Format(string key, params object[] arguments) =>
            string.Format(CultureInfo.InvariantCulture, NarrativeTexts.In(numbers.Language, key), arguments);
    }

    /// <summary>True when the code means what it means in the built-in questionnaire; a figure published without wording has its code as its name.</summary>
    private static bool IsBuiltIn(Topic topic) =>
        topic.Share is null && BuiltInQuestionnaire.Find(topic.Code) is { } known
        && (known.Text.Equals(topic.Name) || topic.Name.Equals(LocalizedText.Same(topic.Code)));

    /// <summary>An option's label stands as a name; a question's wording without a short name is quoted.</summary>
    private static string Quoted(Topic topic, string language)
    {
        var words = topic.Name.In(language).TrimEnd('.');
        return topic.Share is not null
            ? words
            : string.Format(CultureInfo.InvariantCulture, NarrativeTexts.In(language, NarrativeTexts.Quotation), words);
    }

    private static string List(string[] items, string language) => items switch
    {
        [] => "",
        [var only] => only,
        _ => string.Format(
            CultureInfo.InvariantCulture, NarrativeTexts.In(language, NarrativeTexts.And), string.Join(", ", items[..^1]), items[^1]),
    };

    private static string Capitalised(string text, CultureInfo culture) =>
        text.Length == 0 ? text : string.Concat(text[..1].ToUpper(culture), text.AsSpan(1));
}
