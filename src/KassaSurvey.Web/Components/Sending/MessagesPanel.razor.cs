using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Sending;

/// <summary>The words of each message, beside what a member gets.</summary>
public sealed partial class MessagesPanel(
    PreviewMessage previewMessage, WriteTemplate writeTemplate, SendTest sendTest, ViewerProvider viewers, ISnackbar snackbar,
    IStringLocalizer<ErrorTexts> errors)
{
    private PreviewMessage.View? _shown;
    private IReadOnlyList<string> _errors = [];
    private (int Step, ContactChannels Way, string Language)? _loaded;
    private string _subject = "";
    private string _body = "";
    private string _number = "";

    [Parameter, EditorRequired]
    public required GetSending.View Sending { get; set; }

    [Parameter, EditorRequired]
    public required string Survey { get; set; }

    [Parameter, EditorRequired]
    public required int Year { get; set; }

    [Parameter, EditorRequired]
    public required int Step { get; set; }

    /// <summary>The way as the address names it.</summary>
    [Parameter]
    public string? Channel { get; set; }

    /// <summary>The language as the address names it.</summary>
    [Parameter]
    public string? Language { get; set; }

    private string Placeholders => string.Join(" ", MessageText.PlaceholdersOf(Way).Select(name => $"{{{{{name}}}}}"));

    private ContactChannels Way => Channel switch
    {
        "sms" => ContactChannels.Sms,
        "letter" => ContactChannels.Letter,
        _ => ContactChannels.Email,
    };

    private string Spoken => Language is not null && Sending.Languages.Contains(Language) ? Language : Sending.Languages[0];

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != (Step, Way, Spoken))
        {
            _loaded = (Step, Way, Spoken);
            await LoadAsync();
        }
    }

    private string Address(int step, ContactChannels way, string language) =>
        WaveUrls.SendingMessage(Survey, Year, step, way.ToString().ToLowerInvariant(), language);

    private async Task LoadAsync()
    {
        var shown = await previewMessage.ExecuteAsync(await viewers.GetAsync(), new(Sending.Wave, Step, Way, Spoken, _number.Trim()), CancellationToken.None);
        _errors = errors.Of(shown.Errors);
        if (shown.IsSuccess)
        {
            _shown = shown.Value;
            // Another member's language shows another text: what is being written stays.
            if (_shown.Language == Spoken)
            {
                (_subject, _body) = (_shown.Words.Subject, _shown.Words.Body);
            }
        }
    }

    private async Task WriteAsync(string subject, string body)
    {
        var written = await writeTemplate.ExecuteAsync(await viewers.GetAsync(), new(Sending.Wave, Step, Way, Spoken, subject, body), CancellationToken.None);
        _errors = errors.Of(written.Errors);
        if (written.IsSuccess)
        {
            snackbar.Add(Texts[SendingTexts.Saved], Severity.Success);
            await LoadAsync();
        }
    }

    private async Task TestAsync()
    {
        Result<string> sent = await sendTest.ExecuteAsync(await viewers.GetAsync(), new(Sending.Wave, Step, Sending.Languages), CancellationToken.None);
        _errors = errors.Of(sent.Errors);
        if (sent.IsSuccess)
        {
            snackbar.Add(Texts[SendingTexts.TestSent, sent.Value], Severity.Success);
        }
    }
}
