using System.Globalization;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace KassaSurvey.Web.Components.Sending;

/// <summary>Each step with its day, its ways and what became of its messages.</summary>
public sealed partial class StepsPanel(MarkLettersPosted markPosted, ViewerProvider viewers, IDialogService dialogs, ISnackbar snackbar)
{
    [Parameter, EditorRequired]
    public required GetSending.View Sending { get; set; }

    [Parameter, EditorRequired]
    public required string Survey { get; set; }

    [Parameter, EditorRequired]
    public required int Year { get; set; }

    [Parameter]
    public EventCallback OnReleased { get; set; }

    private bool CanSend(int step) => Sending is { IsInField: true, HasAddress: true, Invited: > 0 } && step <= Sending.LastStep + 1;

    private bool IsNext(int step) => step == Sending.LastStep + 1;

    private string When(int step) => (step, Sending.StartedAt) switch
    {
        (0, null) => Texts[SendingTexts.ByHand],
        (0, { } started) => Texts[SendingTexts.OnDay, SendingWords.Moment(started, Sending.Zone)],
        (_, null) => $"{Texts[SendingTexts.AfterDays, Sending.Plan.Steps[step].DaysAfter]}, {Texts[SendingTexts.ByItself]}",
        (_, { } started) => $"{Texts[SendingTexts.OnDay, SendingWords.Moment(started.AddDays(Sending.Plan.Steps[step].DaysAfter), Sending.Zone)]}, {Texts[SendingTexts.ByItself]}",
    };

    private int LettersOf(int step) =>
        Sending.Tallies.Where(row => row.Step == step && row is { Channel: ContactChannels.Letter, Status: DeliveryStatus.Planned }).Sum(row => row.Count);

    private async Task PostedAsync(int step, int letters)
    {
        var question = Texts[SendingTexts.LettersPostedQuestion, SendingWords.Numbers.Count(letters)];
        if (await dialogs.ShowMessageBoxAsync(Texts[SendingTexts.LettersPosted], question, yesText: Texts[SendingTexts.LettersPosted], cancelText: Texts[SendingTexts.Cancel]) == true)
        {
            await markPosted.ExecuteAsync(await viewers.GetAsync(), new(Sending.Wave, step), CancellationToken.None);
            await OnReleased.InvokeAsync();
        }
    }

    private async Task ReviewAsync(int step)
    {
        var parameters = new DialogParameters<SendStepDialog> { { dialog => dialog.Sending, Sending }, { dialog => dialog.Step, step } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var dialog = await dialogs.ShowAsync<SendStepDialog>(Texts[SendingTexts.Review, Texts.Step(step).ToLower(CultureInfo.CurrentCulture)], parameters, options);
        if (await dialog.GetReturnValueAsync<PlanStep.Planned>() is { } planned)
        {
            snackbar.Add(Texts[SendingTexts.Released, SendingWords.Numbers.Count(planned.Messages)], Severity.Success);
            await OnReleased.InvokeAsync();
        }
    }
}
