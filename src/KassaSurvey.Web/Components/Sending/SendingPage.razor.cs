using System.Globalization;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Members;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Sending;

/// <summary>How and when the members of a wave are asked: steps, plan, messages.</summary>
public sealed partial class SendingPage(
    GetSending getSending, ChangePlan changePlan, ViewerProvider viewers, IStringLocalizer<ErrorTexts> errors, ILogger<SendingPage> log) : IDisposable
{
    private static readonly (string? Part, string Text)[] Parts =
    [
        (null, SendingTexts.ViewSteps), (WaveUrls.SendingPlanPart, SendingTexts.ViewPlan), (WaveUrls.SendingMessagesPart, SendingTexts.ViewMessages),
        (WaveUrls.SendingLogPart, SendingTexts.ViewLog),
    ];

    private readonly CancellationTokenSource _gone = new();
    private GetSending.View? _view;
    private IReadOnlyList<string> _errors = [];
    private (string Survey, int Year) _loaded;
    private bool _hasFailed;
    private bool _isUnknown;

    [Parameter]
    public required string Survey { get; set; }

    [Parameter]
    public required int Year { get; set; }

    /// <summary>The part shown; the steps when none is named.</summary>
    [SupplyParameterFromQuery(Name = WaveUrls.PartParameter)]
    public string? Part { get; set; }

    /// <summary>The step whose words are shown.</summary>
    [SupplyParameterFromQuery(Name = WaveUrls.StepParameter)]
    public string? StepText { get; set; }

    /// <summary>The way whose words are shown.</summary>
    [SupplyParameterFromQuery(Name = WaveUrls.WayParameter)]
    public string? Channel { get; set; }

    /// <summary>The language whose words are shown.</summary>
    [SupplyParameterFromQuery(Name = AppUrls.LanguageParameter)]
    public string? Language { get; set; }

    /// <summary>The standing whose messages are listed.</summary>
    [SupplyParameterFromQuery(Name = WaveUrls.StatusParameter)]
    public string? StatusText { get; set; }

    /// <summary>The page of the list.</summary>
    [SupplyParameterFromQuery(Name = WaveUrls.PageParameter)]
    public string? PageText { get; set; }

    /// <summary>The step's number; an address that names none means the invitation.</summary>
    private int Step => int.TryParse(StepText, NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : 0;

    private string Title => Texts[SendingTexts.Title, _view?.SurveyName.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Survey, Year];

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != (Survey, Year))
        {
            _loaded = (Survey, Year);
            await LoadAsync();
        }
    }

    private static List<string> Notices(GetSending.View view)
    {
        var notices = new List<string>();
        Add(!view.IsInField, SendingTexts.NotInField);
        Add(view.Invited == 0, SendingTexts.NobodyInvited);
        Add(!view.HasAddress, SendingTexts.NoAddress);
        Add(Uses(ContactChannels.Email), SendingTexts.NoMailServer);
        Add(Uses(ContactChannels.Sms), SendingTexts.NoGateway);
        return notices;

        bool Uses(ContactChannels way) => !view.Available.HasFlag(way) && view.Plan.Steps.Any(step => step.Channels.Contains(way));

        void Add(bool isSo, string notice)
        {
            if (isSo)
            {
                notices.Add(notice);
            }
        }
    }

    private string Standing(GetSending.View view) => view switch
    {
        { StartedAt: null } => Texts[SendingTexts.NotStarted],
        { IsPaused: true } => Texts[SendingTexts.Paused],
        { StartedAt: { } started, NextDue: { } next } => $"{Running(started)} {Texts[SendingTexts.NextAt, SendingWords.Moment(next, view.Zone)]}",
        { StartedAt: { } started } => Running(started),
    };

    private string Running(DateTime started) => Texts[SendingTexts.Running, SendingWords.Moment(started, _view!.Zone)];

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var found = await getSending.ExecuteAsync(await viewers.GetAsync(), new(Survey, Year), _gone.Token);
            (_view, _isUnknown) = (found.IsSuccess ? found.Value : null, !found.IsSuccess);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped it, the page must say "failed" and never "nothing sent".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The sending of a wave could not be shown");
            _hasFailed = true;
        }
    }

    private async Task PauseAsync(bool isPaused)
    {
        var changed = await changePlan.ExecuteAsync(await viewers.GetAsync(), new(_view!.Wave, _view.Revision, Content: null, isPaused), CancellationToken.None);
        _errors = errors.Of(changed.Errors);
        await LoadAsync();
    }
}
