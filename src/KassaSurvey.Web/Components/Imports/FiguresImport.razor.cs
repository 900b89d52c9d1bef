using KassaSurvey.Application.Features.Imports;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Imports;

/// <summary>Import of published figures: check first, then the good rows or nothing.</summary>
public sealed partial class FiguresImport : ImportPanel
{
    private ImportSurvey? _survey;
    private PublishedReport? _report;

    [Inject]
    public required ImportPublishedFigures ImportFigures { get; set; }

    private ImportSurvey Survey => Surveys.FirstOrDefault(survey => survey.Key == _survey?.Key) ?? Surveys[0];

    private Task CheckAsync() => RunAsync(ImportStage.Checked, dryRun: true);

    private async Task ImportAsync()
    {
        await RunAsync(ImportStage.Imported, dryRun: false);
        if (Stage == ImportStage.Imported)
        {
            await OnImported.InvokeAsync();
        }
    }

    private async Task RunAsync(ImportStage next, bool dryRun)
    {
        var viewer = await Viewers.GetAsync();
        var survey = Survey;
        await WorkAsync(next, async (file, _, cancellation) =>
        {
            var command = new ImportPublishedFigures.Command(survey.FundKey, survey.Key) { DryRun = dryRun, BadRows = BadRows.TakeGoodRows };
            var result = await ImportFigures.ExecuteAsync(viewer, command, file.Content, cancellation);
            _report = result.IsSuccess ? result.Value : _report;
            return result.Errors;
        });
    }
}
