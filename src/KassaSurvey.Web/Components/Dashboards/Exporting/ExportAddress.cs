using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Components.Dashboards.Exporting;

/// <summary>What the page of exports has chosen, as its address says it: reloading, going back and sending it on lose nothing.</summary>
internal static class ExportAddress
{
    public const string What = "what";
    public const string Years = "years";
    public const string Format = "format";
    public const string Layout = "layout";
    public const string Form = "values";
    public const string Weights = "weights";
    public const string Missing = "missing";
    public const string Segment = "segment";
    private const string No = "no";

    /// <summary>The choices that an address names; what it leaves open, or names and is not offered, is the usual.</summary>
    /// <param name="query">The address.</param>
    /// <param name="offer">What can be chosen.</param>
    /// <param name="year">The year of the page it was opened from; null = the latest.</param>
    /// <param name="language">The reader's language.</param>
    public static ExportChoices Read(IQueryCollection query, ExportOffer offer, int? year, string language)
    {
        var content = Named<ExportContent>(query[What]) is { } asked && offer.Contents.Contains(asked) ? asked : offer.Contents[0];
        var possible = YearsOf(offer, content);
        ImmutableArray<int> years = query.ContainsKey(Years)
            ? [.. query[Years].ToString().Split(',').Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(possible.Contains)]
            : year is { } opened && possible.Contains(opened) ? [opened]
            : possible.IsEmpty ? [] : [possible[^1]];
        var formats = ExportFormats.Of(content);
        return ExportFormats.Fit(new()
        {
            Content = content,
            Years = years,
            Format = formats.FirstOrDefault(format => format == query[Format], formats[0]),
            Language = Languages.IsKnown(query[ResultUrls.LanguageParameter]) ? query[ResultUrls.LanguageParameter].ToString() : language,
            Layout = Named<YearLayout>(query[Layout]) ?? YearLayout.Stacked,
            Form = Named<ValueForm>(query[Form]) ?? ValueForm.Codes,
            WithWeights = query[Weights] != No,
            TellsMissing = query[Missing] != No,
            Segments = [.. query[Segment].OfType<string>().Where(offer.Segments.Contains)],
        });
    }

    /// <summary>The address of choices.</summary>
    public static string Of(string? survey, int? year, ExportChoices choices)
    {
        List<KeyValuePair<string, string?>> parameters =
        [
            new("survey", survey),
            new("year", year?.ToString(CultureInfo.InvariantCulture)),
            new(What, Lower(choices.Content)),
            new(Years, string.Join(',', choices.Years)),
            new(Format, choices.Format),
            new(ResultUrls.LanguageParameter, choices.Language),
            new(Layout, choices.Layout == YearLayout.Stacked ? null : Lower(choices.Layout)),
            new(Form, choices.Form == ValueForm.Codes ? null : Lower(choices.Form)),
            new(Weights, choices.WithWeights ? null : No),
            new(Missing, choices.TellsMissing ? null : No),
            .. choices.Segments.Select(segment => KeyValuePair.Create(Segment, (string?)segment)),
        ];
        return ResultUrls.ExportPage + QueryString.Create(parameters.Where(parameter => parameter.Value is not null)).ToUriComponent();
    }

    /// <summary>The years that have the content.</summary>
    public static ImmutableArray<int> YearsOf(ExportOffer offer, ExportContent content) => content switch
    {
        ExportContent.Answers => offer.AnsweredYears,
        ExportContent.Comments => offer.CommentedYears,
        _ => offer.Years,
    };

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
