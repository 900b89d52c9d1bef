using System.Globalization;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Sending;

/// <summary>Shows who gets what, and sends it when the person says so.</summary>
public sealed partial class SendStepDialog(
    PreviewStep previewStep, PlanStep planStep, ViewerProvider viewers, IStringLocalizer<ErrorTexts> errors)
{
    private PreviewStep.View? _preview;
    private IReadOnlyList<string> _errors = [];
    private string _typed = "";
    private bool _isSending;

    [Parameter, EditorRequired]
    public required GetSending.View Sending { get; set; }

    [Parameter, EditorRequired]
    public required int Step { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The number as typed; spaces between its digits are forgiven.</summary>
    private int? Typed => int.TryParse(string.Concat(_typed.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var previewed = await previewStep.ExecuteAsync(await viewers.GetAsync(), new(Sending.Wave, Step), CancellationToken.None);
        (_preview, _errors) = (previewed.IsSuccess ? previewed.Value : null, errors.Of(previewed.Errors));
    }

    private static string Count(int count) => SendingWords.Numbers.Count(count);

    private async Task SendAsync()
    {
        _isSending = true;
        var planned = await planStep.ExecuteAsync(await viewers.GetAsync(), new(Sending.Wave, Step, Typed), CancellationToken.None);
        _isSending = false;
        _errors = errors.Of(planned.Errors);
        if (planned.IsSuccess)
        {
            Dialog.Close(planned.Value);
        }
    }
}
