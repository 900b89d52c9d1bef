using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Imports;

/// <summary>Import of answers: check first, then the good rows or nothing.</summary>
public sealed partial class AnswersImport : ImportPanel
{
    private ImportSurvey? _survey;
    private ImportReport? _report;
    private string _scale = AnswerScale.OneToSeven.ToString();
    private int _year;

    [Inject]
    public required ImportResponses ImportResponses { get; set; }

    private ImportSurvey Survey => Surveys.FirstOrDefault(survey => survey.Key == _survey?.Key) ?? Surveys[0];

    private WaveStatus? Status => Survey.Years.TryGetValue(_year, out var status) ? status : null;

    private bool MayCreate => Status is null or WaveStatus.Closed;

    private bool CanCheck =>
        Chosen is not null && Chosen.Size <= SpooledFile.LargestBytes && Status != WaveStatus.Draft && AnswerScale.TryParse(_scale, out _);

    private string YearNote => Status switch
    {
        null => ImportPageTexts.YearIsNew,
        WaveStatus.Draft => ImportPageTexts.YearIsDraft,
        WaveStatus.Open => ImportPageTexts.YearIsOpen,
        _ => ImportPageTexts.YearIsClosed,
    };

    /// <inheritdoc />
    protected override void OnInitialized() => _year = Time.GetUtcNow().Year - 1;

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
        var scale = AnswerScale.TryParse(_scale, out var read) ? read : AnswerScale.OneToSeven;
        var survey = Survey;
        await WorkAsync(next, async (file, progress, cancellation) =>
        {
            // The bad rows have been seen by now: importing means importing the good ones.
            var command = new ImportResponses.Command(survey.FundKey, survey.Key, _year, file.Name)
            {
                Scale = scale, Create = MayCreate, DryRun = dryRun, BadRows = BadRows.TakeGoodRows,
            };
            var result = await ImportResponses.ExecuteAsync(viewer, command, file.Content, progress, cancellation);
            _report = result.IsSuccess ? result.Value : _report;
            return result.Errors;
        });
    }
}
