using KassaSurvey.Application.Features.Interviewing;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Interviewing;

/// <summary>The interviewer's page: whom to call, the interview itself, what came of the call.</summary>
public sealed partial class InterviewsPage(
    FindCall findCall, CountCalls countCalls, BeginInterview beginInterview, ViewerProvider viewers,
    IStringLocalizer<ErrorTexts> errors, ILogger<InterviewsPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private CountCalls.Counts? _counts;
    private CallCard? _card;
    private BeginInterview.Interview? _interview;
    private IReadOnlyList<string> _problems = [];
    private string _number = "";
    private string _said = "";
    private bool _hasFailed;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => GuardAsync(async () =>
    {
        var counted = await countCalls.ExecuteAsync(await viewers.GetAsync(), _gone.Token);
        _counts = counted.IsSuccess ? counted.Value : null;
    });

    private Task FindAsync(string? number) => GuardAsync(async () =>
    {
        var found = await findCall.ExecuteAsync(await viewers.GetAsync(), new(number), _gone.Token);
        _problems = errors.Of(found.Errors);
        _card = found.IsSuccess ? found.Value : null;
        _said = found is { IsSuccess: true, Value: null } ? Texts[InterviewTexts.NobodyToCall] : "";
        _number = "";
    });

    private Task BeginAsync(string language) => GuardAsync(async () =>
    {
        var begun = await beginInterview.ExecuteAsync(await viewers.GetAsync(), new(_card!.Invitation, language), _gone.Token);
        _problems = errors.Of(begun.Errors);
        _interview = begun.IsSuccess ? begun.Value : null;
    });

    private async Task FinishedAsync()
    {
        (_interview, _card) = (null, null);
        _said = Texts[InterviewTexts.Finished];
        await LoadAsync();
    }

    /// <summary>Back to the member's card, where the interviewer says what came of the call. What was answered is kept.</summary>
    private void BrokenOff(Error? reason)
    {
        _interview = null;
        _problems = reason is null ? [] : errors.Of([reason]);
    }

    private async Task RecordedAsync()
    {
        _card = null;
        _said = Texts[InterviewTexts.Recorded];
        await LoadAsync();
    }

    private async Task GuardAsync(Func<Task> work)
    {
        _hasFailed = false;
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The interviewer has left the page.
        }
#pragma warning disable CA1031 // Whatever went wrong, the page must say "failed" and never "nobody to call".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The call list could not be used");
            _hasFailed = true;
        }
    }
}
