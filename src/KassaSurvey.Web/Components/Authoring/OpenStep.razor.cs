using System.Globalization;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>The last day of answering, what opening fixes, and the opening itself.</summary>
public sealed partial class OpenStep(
    OpenDraft openDraft, TimeProvider time, IDialogService dialogs, ISnackbar snackbar, NavigationManager navigation,
    IStringLocalizer<ErrorTexts> errors)
{
    private IReadOnlyList<string> _errors = [];
    private DateOnly? _lastDay;

    private static NumberText Numbers => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private string Promise => Draft.Confidentiality == Confidentiality.Anonymous ? AuthoringTexts.PromiseAnonymous : AuthoringTexts.PromiseConfidential;

    /// <inheritdoc />
    protected override Task ReadAsync()
    {
        _lastDay = Draft.Settings.ClosesOn ?? _lastDay;
        return Task.CompletedTask;
    }

    private static string Machine(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private async Task SaveLastDayAsync()
    {
        if (_lastDay is not { } last)
        {
            _errors = [Texts[AuthoringTexts.LastDayUnreadable]];
            return;
        }

        if (last < time.Today())
        {
            _errors = errors.Of([FindingErrors.LastDayPast(last)]);
            return;
        }

        await Session.ApplyAsync(new DraftEdit.ChangeSettings(Draft.Settings with { ClosesOn = last }));
        _errors = Session.IsStale ? [] : errors.Of(Session.Errors);
    }

    private async Task OpenAsync()
    {
        var (survey, year) = (Draft.SurveyKey, Draft.Year);
        var question = Texts[AuthoringTexts.OpenQuestion, year, Numbers.Day(Draft.Settings.ClosesOn!.Value)];
        if (await dialogs.ShowMessageBoxAsync(
            Texts[AuthoringTexts.OpenTitle, year], question, yesText: Texts[AuthoringTexts.OpenNow], cancelText: Texts[AuthoringTexts.Cancel]) != true)
        {
            return;
        }

        var isOpen = await Session.RunAsync((viewer, draft) => openDraft.ExecuteAsync(viewer, new(draft.WaveId, draft.Revision), CancellationToken.None));
        _errors = isOpen || Session.IsStale ? [] : errors.Of(Session.Errors);
        if (isOpen)
        {
            snackbar.Add(Texts[AuthoringTexts.Opened, year], Severity.Success);
            navigation.NavigateTo(WaveUrls.Wave(survey, year));
        }
    }
}
