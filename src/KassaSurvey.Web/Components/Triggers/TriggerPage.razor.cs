using System.Globalization;
using KassaSurvey.Application.Features.Triggers;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Triggers;

/// <summary>The survey after contacts: whom its rule asks and when, on or off, and what came of the contacts of the last days.</summary>
public sealed partial class TriggerPage
{
    private readonly NumberText _numbers = NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
    private GetTrigger.View? _view;
    private IReadOnlyList<string> _errors = [];
    private bool _isMissing;
    private bool _hasFailed;
    private bool _isSaved;
    private int _delay;
    private int _days;
    private string _channels = "";
    private string _topics = "";
    private DateTime? _from;
    private DateTime? _to;

    [Parameter]
    public required string Survey { get; set; }

    [Inject]
    public required GetTrigger GetTrigger { get; set; }

    [Inject]
    public required ChangeTrigger ChangeTrigger { get; set; }

    [Inject]
    public required CreateAfterContactSurvey Create { get; set; }

    [Inject]
    public required ViewerProvider Viewers { get; set; }

    [Inject]
    public required IStringLocalizer<TriggerTexts> Texts { get; set; }

    [Inject]
    public required IStringLocalizer<ErrorTexts> ErrorSentences { get; set; }

    [Inject]
    public required ILogger<TriggerPage> Logger { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var read = await GetTrigger.ExecuteAsync(await Viewers.GetAsync(), Survey, CancellationToken.None);
            (_view, _isMissing) = (read.IsSuccess ? read.Value : null, !read.IsSuccess);
            if (_view is { Content: var content })
            {
                (_delay, _days) = (content.DelayHours, content.DaysBetween);
                (_channels, _topics) = (string.Join(", ", content.Channels), string.Join(", ", content.Topics));
                (_from, _to) = (content.From.ToDateTime(TimeOnly.MinValue), content.To?.ToDateTime(TimeOnly.MinValue));
            }
        }
#pragma warning disable CA1031 // Whatever stopped the reading, the page must say "failed" and never "there is no survey".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Logger.LogError(failure, "The rule of {Survey} could not be read", Survey);
            _hasFailed = true;
        }
    }

    private async Task MakeAsync()
    {
        _errors = ErrorSentences.Of((await Create.ExecuteAsync(await Viewers.GetAsync(), CancellationToken.None)).Errors);
        await LoadAsync();
    }

    private async Task SaveAsync(bool isOn)
    {
        if (_view is not { } view)
        {
            return;
        }

        var from = _from is { } day ? DateOnly.FromDateTime(day) : view.Content.From;
        var content = view.Content with
        {
            DelayHours = _delay, DaysBetween = _days, Channels = Names(_channels), Topics = Names(_topics),
            From = from, To = _to is { } last ? DateOnly.FromDateTime(last) : null,
        };
        var changed = await ChangeTrigger.ExecuteAsync(await Viewers.GetAsync(), new(Survey, view.Revision, content, isOn), CancellationToken.None);
        _errors = ErrorSentences.Of(changed.Errors);
        _isSaved = changed.IsSuccess;
        if (changed.IsSuccess)
        {
            await LoadAsync();
        }
    }

    private string Hint(string key, IReadOnlyList<string> known) => known.Count == 0 ? Texts[key] : $"{Texts[key]} ({string.Join(", ", known)})";

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
