using KassaSurvey.Application.Features.Members;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Members;

/// <summary>One member: ways to ask, groups, invitations, what has been done; and the member's own requests.</summary>
public sealed partial class MemberPage(
    GetMember getMember, ChangeMember changeMember, EraseMember eraseMember, ViewerProvider viewers, ISnackbar snackbar,
    IStringLocalizer<ErrorTexts> errors, ILogger<MemberPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private MemberView? _member;
    private IReadOnlyList<string> _errors = [];
    private string? _loaded;
    private bool _isUnknown;
    private bool _isErased;
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
            (_loaded, _member, _errors, _isErased) = (Number, null, [], false);
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var found = await getMember.ExecuteAsync(await viewers.GetAsync(), Number, _gone.Token);
            (_member, _isUnknown) = (found.IsSuccess ? found.Value : null, !found.IsSuccess);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped it, the page must say "failed" and never "no such member".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "A member could not be shown");
            _hasFailed = true;
        }
    }

    private async Task ChangeAsync(ChangeMember.Command command)
    {
        var changed = await changeMember.ExecuteAsync(await viewers.GetAsync(), command, CancellationToken.None);
        _errors = errors.Of(changed.Errors);
        if (changed.IsSuccess)
        {
            snackbar.Add(Texts[MembersTexts.Saved], Severity.Success);
            await LoadAsync();
        }
    }

    private async Task EraseAsync(string typed)
    {
        var erased = await eraseMember.ExecuteAsync(await viewers.GetAsync(), new(Number, typed), CancellationToken.None);
        (_errors, _isErased) = (errors.Of(erased.Errors), erased.IsSuccess);
    }
}
