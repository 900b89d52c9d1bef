using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>One passage through the rows of a translation file.</summary>
internal sealed class TranslationPass
{
    private readonly Dictionary<TextKey, TranslatedText> _texts;
    private readonly ImmutableArray<ImportTranslations.Problem>.Builder _problems = ImmutableArray.CreateBuilder<ImportTranslations.Problem>();
    private readonly HashSet<TextKey> _seen = [];
    private readonly List<string> _stale = [];
    private QuestionnaireDraft _draft;
    private int _changed;
    private int _unchanged;

    private TranslationPass(QuestionnaireDraft draft) => (_draft, _texts) = (draft, draft.Texts().ToDictionary(text => text.Key));

    /// <summary>Goes through the rows.</summary>
    /// <returns>The draft with every good cell, and what came of it; an error when the file has no key column or no language.</returns>
    public static Result<(QuestionnaireDraft Draft, ImportTranslations.Outcome Outcome)> Run(
        QuestionnaireDraft draft, ImmutableArray<TranslationRow> rows)
    {
        if (rows.IsEmpty || TranslationColumns.Find(rows[0], TranslationColumns.Key) is not (>= 0 and var keys))
        {
            return AuthoringErrors.TranslationColumnMissing(TranslationColumns.Key);
        }

        var source = draft.Settings.SourceLanguage;
        var columns = TranslationColumns.LanguagesIn(rows[0]);
        var targets = columns.Where(column => column.Key != source && draft.Settings.Languages.Contains(column.Key))
            .OrderBy(column => column.Value).ToImmutableArray();
        if (targets.IsEmpty)
        {
            return AuthoringErrors.TranslationColumnMissing(draft.Settings.Languages.FirstOrDefault(language => language != source) ?? source);
        }

        var pass = new TranslationPass(draft);
        foreach (var row in rows.Skip(1))
        {
            pass.Take(row, row.Cell(keys), columns.TryGetValue(source, out var column) ? row.Cell(column) : null, targets);
        }

        // Taken, but made from a text that has changed since: still to be looked at.
        var result = pass._draft with { StaleTexts = pass._draft.StaleTexts.Union(pass._stale) };
        return (result, new ImportTranslations.Outcome(pass._changed, pass._unchanged, pass._problems.ToImmutable()));
    }

    private void Take(TranslationRow row, string? writtenKey, string? sourceText, ImmutableArray<KeyValuePair<string, int>> targets)
    {
        if (!TextKey.TryParse(writtenKey?.Trim(), out var key) || !_texts.TryGetValue(key, out var text))
        {
            _problems.Add(new(row.Line, "", AuthoringErrors.TranslationKeyUnknown(Shorten(writtenKey))));
            return;
        }

        if (!_seen.Add(key))
        {
            _problems.Add(new(row.Line, "", AuthoringErrors.TranslationKeyTwice(key.ToString())));
            return;
        }

        var source = _draft.Settings.SourceLanguage;
        var isOutdated = !string.IsNullOrWhiteSpace(sourceText) && Same(sourceText) != Same(text.Text.Texts.GetValueOrDefault(source, ""));
        var taken = targets.Count(target => TakeCell(row, key, text, target.Key, row.Cell(target.Value), isOutdated));
        if (isOutdated && taken > 0)
        {
            _problems.Add(new(row.Line, source, AuthoringErrors.TranslationSourceChanged(key.ToString())));
        }
    }

    private bool TakeCell(TranslationRow row, TextKey key, TranslatedText text, string language, string? cell, bool isOutdated)
    {
        if (cell is null)
        {
            _problems.Add(new(row.Line, language, AuthoringErrors.TranslationFormula(key.ToString())));
            return false;
        }

        if (string.IsNullOrWhiteSpace(cell))
        {
            return false;
        }

        if (Same(cell) == Same(text.Text.Texts.GetValueOrDefault(language, "")))
        {
            _unchanged++;
            return false;
        }

        var edited = _draft.Apply(new DraftEdit.SetText(key, language, cell));
        if (!edited.IsSuccess)
        {
            _problems.Add(new(row.Line, language, edited.Errors[0]));
            return false;
        }

        _draft = edited.Value;
        _changed++;
        if (isOutdated)
        {
            _stale.Add($"{key}|{language}");
        }

        return true;
    }

    /// <summary>Spreadsheets write line ends and outer spaces in their own way.</summary>
    private static string Same(string text) => text.ReplaceLineEndings("\n").Trim();

    private static string Shorten(string? key) => key is null ? "" : key.Length <= 60 ? key : $"{key[..60]}…";
}
