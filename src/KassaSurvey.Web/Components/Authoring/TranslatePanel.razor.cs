using System.Globalization;
using KassaSurvey.Domain.Surveys;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>The texts of a draft in one language beside the source language.</summary>
public sealed partial class TranslatePanel
{
    private readonly HashSet<TextKey> _kept = [];
    private (string?, string?) _shown;

    /// <summary>The language translated to.</summary>
    [Parameter]
    public string? To { get; set; }

    /// <summary>"open" for the texts that are missing or changed.</summary>
    [Parameter]
    public string? Show { get; set; }

    private string Source => Draft.Settings.SourceLanguage;

    private IReadOnlyList<string> Targets => [.. Draft.Settings.Languages.Where(language => language != Source)];

    private string? Target => Targets.Contains(To) ? To : Targets.Count > 0 ? Targets[0] : null;

    private bool IsOpenOnly => Show == WaveUrls.OpenTexts;

    /// <summary>The texts shown, under the question or area they belong to. A text that was just mended stays until the address changes.</summary>
    private IReadOnlyList<(string Title, IReadOnlyList<TranslatedText> Texts)> Groups =>
    [
        .. Draft.Texts
            .Where(text => !IsOpenOnly || text.States[Target!] != TranslationState.Current || _kept.Contains(text.Key))
            .GroupBy(text => (IsArea: text.Key.Part == TextPart.AreaName, text.Key.Code))
            .Select(group => (TitleOf(group.Key.IsArea, group.Key.Code), (IReadOnlyList<TranslatedText>)[.. group])),
    ];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_shown != (To, Show))
        {
            _kept.Clear();
            _shown = (To, Show);
        }
    }

    private int OpenIn(string language) => Draft.Texts.Count(text => text.States[language] != TranslationState.Current);

    private string TitleOf(bool isArea, string code)
    {
        if (isArea || Draft.Questions.FirstOrDefault(question => question.Content.Code == code) is not { } question)
        {
            return Texts[Resources.TranslationTexts.AreaGroup, code];
        }

        var area = Draft.Areas.FirstOrDefault(area => string.Equals(area.Code, question.Content.AreaCode, StringComparison.OrdinalIgnoreCase));
        var name = area?.Name.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        return name is null
            ? Texts[Resources.TranslationTexts.QuestionGroup, question.Place, code]
            : Texts[Resources.TranslationTexts.QuestionGroupInArea, question.Place, code, name];
    }
}
