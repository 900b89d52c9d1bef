using KassaSurvey.Application.Features.Members;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Members;

/// <summary>All that is held of a member, to be read or handed out.</summary>
public sealed partial class RecordPage(GetMemberRecord getRecord, ViewerProvider viewers, ILogger<RecordPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private MemberRecord? _record;
    private string? _loaded;
    private bool _isUnknown;
    private bool _hasFailed;

    /// <summary>The member's number.</summary>
    [Parameter, EditorRequired]
    public required string Number { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != Number)
        {
            (_loaded, _record) = (Number, null);
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var read = await getRecord.ExecuteAsync(await viewers.GetAsync(), Number, _gone.Token);
            (_record, _isUnknown) = (read.IsSuccess ? read.Value : null, !read.IsSuccess);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped it, the page must say "failed" and never "nothing is held".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "What is held of a member could not be shown");
            _hasFailed = true;
        }
    }
}
