using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Office;
using static KassaSurvey.Infrastructure.Exports.Office.OfficeXml;
using static KassaSurvey.Infrastructure.Exports.PowerPoint.DeckXml;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>The slides of a report, in order. A title says what the slide shows; it is a sentence of the report where there is one.</summary>
internal sealed class DeckSlides(DeckShell shell, ReportWords words, YearlyReport report)
{
    private const int BodySize = 1800;

    /// <summary>Groups beside each other on one slide.</summary>
    private const int MostGroups = 7;

    /// <summary>A longer sentence would not stay in two lines.</summary>
    private const int LongestTitle = 110;

    private readonly ReportCharts _charts = new(report, words);

    private string FooterText => $"{report.Fund} · {report.Survey} · {report.Year} · {string.Join(" · ", report.Footer)}";

    public void Draw()
    {
        Cover();
        In(ReportChapter.Summary, Summary);
        In(ReportChapter.Trend, Trend);
        In(ReportChapter.Areas, Areas);
        In(ReportChapter.Areas, Changes);
        Segments();
        In(ReportChapter.Shares, Shares);
        In(ReportChapter.Questions, Questions);
        Method();
    }

    private void In(ReportChapter chapter, Action draw)
    {
        if (report.Chapters.Contains(chapter))
        {
            draw();
        }
    }

    private void Cover()
    {
        var slide = shell.AddSlide(report.Language);
        var deep = report.Face.Colour is { } own ? own.ToString()[1..] : Deep;
        slide.Band(new(0, 0, Width, 4_300_000), deep);
        slide.Title(words.Format(ReportTexts.ReportTitle, report.Year), new(Margin, 1_500_000, Width - (2 * Margin), 1_100_000), 4400, White);
        slide.Text(new(Margin, 700_000, Width - (2 * Margin), 500_000), [report.Fund], 2000, White);
        string[] below = report.ComparedYear is { } compared ? [report.Survey, words.Format(ReportTexts.CoverCompared, compared)] : [report.Survey];
        slide.Text(new(Margin, 2_700_000, Width - (2 * Margin), 1_100_000), below, 2000, White);
        slide.Text(new(Margin, 4_600_000, Width - (2 * Margin), 1_100_000), [report.Narrative.Headline], 2200, deep);
        if (report.Face.Logo is { } logo)
        {
            slide.Logo(logo, words.Format(ReportTexts.LogoOf, report.Fund));
        }

        slide.Text(
            new(Margin, 5_900_000, Width - (2 * Margin), 600_000),
            [string.Join(" · ", report.Footer), words.Format(ReportTexts.CoverGenerated, words.Numbers.Day(report.GeneratedOn))], 1100, Soft);
        slide.Close();
    }

    private void Summary()
    {
        var points = Sentences(NarrativePart.Headline).Skip(1).Concat(Sentences(NarrativePart.Areas)).Concat(Sentences(NarrativePart.Members)).ToList();
        if (points.Count > 0)
        {
            Slide(report.Narrative.Headline, slide => slide.Text(DeckBox.Body, points, BodySize, Ink, isList: true));
        }
    }

    private void Trend()
    {
        if (_charts.Trend() is { } chart)
        {
            Slide(Sentences(NarrativePart.Headline).Skip(1).FirstOrDefault() ?? chart.Title, slide => slide.Chart(DeckBox.Body, chart));
        }
    }

    private void Areas()
    {
        if (_charts.Areas() is { } chart)
        {
            Slide(chart.Title, slide => slide.Chart(DeckBox.Body, chart));
        }
    }

    private void Changes()
    {
        if (report.ComparedYear is not null && !report.Areas.Rows.IsEmpty)
        {
            Tables(
                Sentences(NarrativePart.Changes).FirstOrDefault(sentence => sentence.Length <= LongestTitle) ?? report.Areas.Title,
                report.Areas.WithNotesInNames().Select("name", "n", "mean", "compared_mean", "change", "verdict"), 4, 1, 1.35, 1.35, 1.4, 2.4);
        }
    }

    private void Segments()
    {
        foreach (var segment in report.Segments)
        {
            if (_charts.Groups(segment) is { } chart)
            {
                Slide(chart.Title, slide => slide.Chart(DeckBox.Body, chart));
            }

            var areas = segment.Areas.WithColumnsAtMost(MostGroups).ToList();
            foreach (var (table, place) in areas.Select((table, i) => (table, areas.Count == 1 ? "" : $" ({i + 1}/{areas.Count})")))
            {
                Tables(segment.Areas.Title + place, table, [3.4, .. Enumerable.Repeat(1.3, table.Columns.Length - 1)]);
            }
        }
    }

    private void Shares()
    {
        foreach (var question in report.ShareBars.Where(question => !question.Bars.IsEmpty))
        {
            var chart = _charts.Shares(question);
            Slide(question.Title, slide => slide.Chart(DeckBox.Body, chart));
        }
    }

    private void Questions() => Tables(
        report.Questions.Title, report.Questions.WithNotesInNames().Select("name", "n", "mean", "ci95", "change", "verdict"), 5, 0.9, 1.35, 1.3, 1.4, 2.2);

    private void Method() => Slide(words[ReportTexts.MethodTitle], slide => slide.Text(DeckBox.Body, report.Method, 1400, Ink, isList: true));

    /// <summary>A table over as many slides as it needs.</summary>
    private void Tables(string title, ReportTable table, params double[] widths)
    {
        var pages = table.Rows.Chunk(DeckTable.MostRows).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            var place = pages.Count == 1 ? "" : $" ({page + 1}/{pages.Count})";
            var rows = new DeckTable(
                table.Title + place, [.. table.Columns.Select(column => column.Title)],
                [.. pages[page].Select(row => (IReadOnlyList<string>)[.. row.Select(words.Show)])], widths, [.. table.Columns.Select(column => column.IsText)]);
            Slide(title + place, slide => slide.Table(DeckBox.Body, rows));
        }
    }

    private void Slide(string title, Action<DeckSlide> draw)
    {
        var slide = shell.AddSlide(report.Language);
        slide.Title(title);
        draw(slide);
        slide.Footer(FooterText);
        slide.Close();
    }

    private IEnumerable<string> Sentences(NarrativePart part) =>
        report.Narrative.Sentences.Where(sentence => sentence.Part == part).Select(sentence => sentence.Text);
}
