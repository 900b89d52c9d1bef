using System.Globalization;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>A survey's waves: making the next one, deleting a draft.</summary>
public sealed partial class SurveyWaves(
    DeleteDraft deleteDraft, ViewerProvider viewers, IDialogService dialogs, ISnackbar snackbar, NavigationManager navigation,
    IStringLocalizer<AuthoringTexts> Texts, IStringLocalizer<ErrorTexts> errors)
{
    [Parameter, EditorRequired]
    public required ListSurveys.SurveyLine Survey { get; set; }

    /// <summary>A wave is gone.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    private static NumberText Numbers => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private string Name => Survey.Name.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private string Heading => $"survey-{Survey.Key}";

    private string Dates(ListSurveys.WaveLine wave) => wave switch
    {
        { OpensOn: { } first, ClosesOn: { } last } => Texts[AuthoringTexts.WaveDates, Numbers.Day(first), Numbers.Day(last)],
        { ClosesOn: { } last } => Texts[AuthoringTexts.WaveUntil, Numbers.Day(last)],
        { Status: WaveStatus.Draft } => Texts[AuthoringTexts.NotOpened],
        _ => "",
    };

    private string? Counts(ListSurveys.WaveLine wave)
    {
        if (wave.Status == WaveStatus.Draft)
        {
            return null;
        }

        var completed = wave.Completed is { } count ? Numbers.Count(count) : Texts[AuthoringTexts.TooFewToSay].Value;
        return wave.Invited is { } invited
            ? Texts[AuthoringTexts.InvitedCompleted, Numbers.Count(invited), completed]
            : Texts[AuthoringTexts.CompletedOnly, completed];
    }

    private async Task MakeAsync()
    {
        var parameters = new DialogParameters<NewWaveDialog> { { dialog => dialog.Survey, Survey } };
        var dialog = await dialogs.ShowAsync<NewWaveDialog>(Texts[AuthoringTexts.NewWaveOf, Name], parameters);
        if (await dialog.Result is { Canceled: false, Data: int year })
        {
            navigation.NavigateTo(WaveUrls.Wave(Survey.Key, year));
        }
    }

    private async Task DeleteAsync(ListSurveys.WaveLine wave)
    {
        if (await dialogs.ShowMessageBoxAsync(
            Texts[AuthoringTexts.DeleteDraftOf, wave.Year], Texts[AuthoringTexts.DeleteQuestion, wave.Year],
            yesText: Texts[AuthoringTexts.DeleteDraft], cancelText: Texts[AuthoringTexts.Cancel]) != true)
        {
            return;
        }

        var deleted = await deleteDraft.ExecuteAsync(await viewers.GetAsync(), new(wave.Id, wave.Revision), CancellationToken.None);
        if (deleted.IsSuccess)
        {
            snackbar.Add(Texts[AuthoringTexts.Deleted, wave.Year], Severity.Success);
        }

        foreach (var sentence in errors.Of(deleted.Errors))
        {
            snackbar.Add(sentence, Severity.Error);
        }

        await OnChanged.InvokeAsync();
    }
}
