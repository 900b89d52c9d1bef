using System.Collections.Immutable;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>The table of shares: a row for each option of each choice question.</summary>
internal static class ShareTables
{
    public static ReportTable Shares(WaveResults results, ReportWords words)
    {
        var compared = results.ComparedYear is { } year ? words.Format(ReportTexts.ColumnComparedShare, year) : words[ReportTexts.ColumnShare];
        ImmutableArray<ReportColumn> columns =
        [
            new("kind", words[ReportTexts.ColumnKind]) { IsText = true },
            new("code", words[ReportTexts.ColumnCode]) { IsText = true },
            new("name", words[ReportTexts.ColumnQuestion]) { IsText = true },
            new("option", words[ReportTexts.ColumnOption]) { IsText = true },
            new("option_label", words[ReportTexts.ColumnOptionLabel]) { IsText = true },
            new("n", words[ReportTexts.ColumnAnswers]),
            new("cant_say", words[ReportTexts.ColumnCantSay]),
            new("share", words[ReportTexts.ColumnShare]),
            new("share_ci95", words[ReportTexts.ColumnShareInterval])
            {
                Ends = (words[ReportTexts.ColumnShareLower], words[ReportTexts.ColumnShareUpper]),
            },
            new("compared_share", compared),
            new("note", words[ReportTexts.ColumnNote]) { IsText = true },
        ];
        return new("shares", words[ReportTexts.SharesTitle], columns, [.. results.Questions.Where(IsShown).SelectMany(result => Rows(result, words))]);
    }

    /// <summary>A choice question with figures or hidden ones; one that nobody was asked has no rows.</summary>
    public static bool IsShown(QuestionResult result) => result.Question.IsChoice && result.Current is not Reading.NoData;

    /// <summary>What the option says.</summary>
    public static string Label(Question question, string option, ReportWords words) => (question.Kind, option) switch
    {
        (QuestionKind.YesNo, "yes") => words[ReportTexts.Yes],
        (QuestionKind.YesNo, _) => words[ReportTexts.No],
        _ => question.Option(option)?.Label.In(words.Language) ?? option,
    };

    private static IEnumerable<ImmutableArray<ReportCell>> Rows(QuestionResult result, ReportWords words)
    {
        if (result.Current.Value is not { } value)
        {
            yield return Row(result, "", ReportCell.Suppressed, ReportCell.Suppressed, ReportCell.Suppressed, ReportCell.Suppressed, words);
            yield break;
        }

        foreach (var option in value.Options)
        {
            yield return Row(
                result, option.Code, ReportCell.Of(value.N), ReportCell.Of(value.CantSayShare, Decimals.Percent, NumberStyle.Percent),
                ReportCell.Of(option.Share, Decimals.Percent, NumberStyle.Percent),
                ResultTables.Of(option.Interval, Decimals.Percent, NumberStyle.Percent), words);
        }
    }

    private static ImmutableArray<ReportCell> Row(
        QuestionResult result, string option, ReportCell n, ReportCell cantSay, ReportCell share, ReportCell interval, ReportWords words) =>
    [
        ReportCell.Of("option"),
        ReportCell.Of(result.Question.Code),
        ReportCell.Of(result.Question.Text.In(words.Language)),
        ReportCell.Of(option),
        ReportCell.Of(option.Length == 0 ? "" : Label(result.Question, option, words)),
        n,
        cantSay,
        share,
        interval,
        option.Length == 0 ? ReportCell.Nothing
            : result.Compared is Reading.Suppressed ? ReportCell.Suppressed
            : ReportCell.Of(ComparedShare(result, option), Decimals.Percent, NumberStyle.Percent),
        ReportCell.Of(words.Note(result.Current)),
    ];

    /// <summary>The compared year's share of the option, when it had the option.</summary>
    public static double? ComparedShare(QuestionResult result, string option) =>
        result.Compared?.Value?.Options.FirstOrDefault(share => share.Code == option)?.Share;
}
