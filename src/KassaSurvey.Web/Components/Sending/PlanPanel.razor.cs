using System.Globalization;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Sending;

/// <summary>Steps, ways, rate and hours, to be changed.</summary>
public sealed partial class PlanPanel(ChangePlan changePlan, ViewerProvider viewers, ISnackbar snackbar, IStringLocalizer<ErrorTexts> errors)
{
    private const string ClockFormat = "HH:mm";
    private static readonly string[] PlaceTexts = [SendingTexts.FirstWay, SendingTexts.SecondWay, SendingTexts.ThirdWay];

    private readonly List<PlanDraft> _steps = [];
    private IReadOnlyList<string> _errors = [];
    private int _perMinute;
    private string _from = "";
    private string _until = "";

    [Parameter, EditorRequired]
    public required GetSending.View Sending { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _steps.AddRange(Sending.Plan.Steps.Select(step => new PlanDraft(step)));
        _perMinute = Sending.Plan.PerMinute;
        _from = Sending.Plan.From.ToString(ClockFormat, CultureInfo.InvariantCulture);
        _until = Sending.Plan.Until.ToString(ClockFormat, CultureInfo.InvariantCulture);
    }

    private static TimeOnly TimeOf(string text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : TimeOnly.MinValue;

    private void AddReminder() => _steps.Add(new(new SendingStep(_steps[^1].Days + 5, [ContactChannels.Email, ContactChannels.Sms])));

    private void RemoveLast() => _steps.RemoveAt(_steps.Count - 1);

    private async Task SaveAsync()
    {
        var content = new SendingPlanContent([.. _steps.Select((step, number) => step.ToStep(number == 0))], _perMinute, TimeOf(_from), TimeOf(_until));
        var changed = await changePlan.ExecuteAsync(
            await viewers.GetAsync(), new(Sending.Wave, Sending.Revision, content, IsPaused: null), CancellationToken.None);
        _errors = errors.Of(changed.Errors);
        if (changed.IsSuccess)
        {
            snackbar.Add(Texts[SendingTexts.Saved], Severity.Success);
            await OnChanged.InvokeAsync();
        }
    }
}
