using System.Globalization;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Components.Imports;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace KassaSurvey.Web.Components.Members;

/// <summary>Import of a member file: columns, check, import.</summary>
public sealed partial class MemberImportPage(
    ImportMembers importMembers, ReadMemberHeadings readHeadings, MemberProfiles memberProfiles, GetOwnFund ownFund, IMemberWorkbook workbook,
    ViewerProvider viewers, TimeProvider time, IJSRuntime browser, ISnackbar snackbar, IStringLocalizer<MemberImportTexts> Texts,
    IStringLocalizer<MembersTexts> Names, IStringLocalizer<ErrorTexts> errors, ILogger<MemberImportPage> log) : IAsyncDisposable
{
    private const int MostShown = 200;
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(150);

    private readonly MemberFileDraft _draft = new();
    private CancellationTokenSource _work = new();
    private IReadOnlyList<MemberProfiles.Profile> _profiles = [];
    private IReadOnlyList<string> _problems = [];
    private IBrowserFile? _chosen;
    private SpooledFile? _spooled;
    private Stream? _csv;
    private MemberRemarks? _remarks;
    private MemberImportReport? _report;
    private ImportProgress? _progress;
    private ElementReference _heading;
    private Step _step = Step.Choosing;
    private long _received;
    private long _shownAt;
    private int _round;
    private bool _focus;

    private enum Step
    {
        Choosing = 1,
        Working = 2,
        Columns = 3,
        Checked = 4,
        Done = 5,
    }

    private bool MustConfirm => _report is { Issues.StopImport: true } report && report.Issues.Listed.Any(IsOfLeavers);

    private bool CanImport => _report is { } report && ToDo(report) > 0
        && (MustConfirm ? _draft.ConfirmedLeavers == report.Left : !report.Issues.StopImport);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _work.CancelAsync();
        await DropAsync();
        _work.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus && _step is Step.Columns or Step.Checked or Step.Done)
        {
            _focus = false;
            await _heading.FocusAsync();
        }
    }

    private static string Count(long number) => MemberNames.Numbers.Count(number);

    private static bool IsOfLeavers(ImportIssue issue) => issue.Reason.Code == ImportErrors.TooManyLeavers(0, 0).Code;

    /// <summary>What is wrong with rows; that there are many leavers is asked about below.</summary>
    private static List<ImportIssue> Shown(MemberImportReport report) => [.. report.Issues.Listed.Where(issue => !IsOfLeavers(issue)).Take(MostShown)];

    private static int ToDo(MemberImportReport report) => report.Added + report.Changed + report.Left;

    private List<(LocalizedString Name, int Count)> CountsOf(MemberImportReport report) =>
    [
        (Texts[MemberImportTexts.Rows], report.Rows), (Texts[MemberImportTexts.New], report.Added), (Texts[MemberImportTexts.Changed], report.Changed),
        (Texts[MemberImportTexts.Unchanged], report.Unchanged), (Texts[MemberImportTexts.Refused], report.BadRows), (Texts[MemberImportTexts.Leavers], report.Left),
    ];

    private string Said(MemberImportReport report) => report.Outcome switch
    {
        ImportOutcome.Stopped => Texts[MemberImportTexts.Stopped, Count(report.Added), Count(report.Changed)],
        ImportOutcome.NothingNew => Texts[MemberImportTexts.NothingNew],
        _ => Texts[MemberImportTexts.Done, Count(report.Added), Count(report.Changed), Count(report.Left)],
    };

    private Task StopAsync() => _work.CancelAsync();

    private async Task ResetAsync()
    {
        await DropAsync();
        (_chosen, _report, _problems, _step) = (null, null, [], Step.Choosing);
        _round++;
    }

    private async Task DropAsync()
    {
        if (_csv is not null && _csv != _spooled?.Content)
        {
            await _csv.DisposeAsync();
        }

        await (_spooled?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_remarks?.DisposeAsync() ?? ValueTask.CompletedTask);
        (_csv, _spooled, _remarks) = (null, null, null);
    }

    private Task ReceiveAsync() => WorkAsync(Step.Columns, async cancellation =>
    {
        await DropAsync();
        _spooled = await SpooledFile.ReceiveAsync(_chosen!, bytes => Show(() => _received = bytes), cancellation);
        var opened = await MemberFileContent.OpenAsync(_spooled.Content, workbook, cancellation);
        if (!opened.IsSuccess)
        {
            return opened.Errors;
        }

        _csv = opened.Value;
        var listed = await memberProfiles.ListAsync(await viewers.GetAsync(), cancellation);
        _profiles = listed.IsSuccess ? listed.Value : [];
        return await ReadColumnsAsync(null, cancellation);
    });

    private Task UseProfileAsync(string? name) => WorkAsync(
        Step.Columns, cancellation => ReadColumnsAsync(_profiles.FirstOrDefault(profile => profile.Name == name), cancellation));

    private async Task<IReadOnlyList<Error>> ReadColumnsAsync(MemberProfiles.Profile? profile, CancellationToken cancellation)
    {
        var read = await readHeadings.ExecuteAsync(await viewers.GetAsync(), _csv!, profile?.Columns, cancellation);
        if (read.IsSuccess)
        {
            _draft.Take(read.Value);
        }

        return read.Errors;
    }

    private async Task SaveProfileAsync(string name)
    {
        var saved = await memberProfiles.SaveAsync(await viewers.GetAsync(), new(name, _draft.Meanings), CancellationToken.None);
        _problems = errors.Of(saved.Errors);
        if (saved.IsSuccess)
        {
            var listed = await memberProfiles.ListAsync(await viewers.GetAsync(), CancellationToken.None);
            _profiles = listed.IsSuccess ? listed.Value : _profiles;
            snackbar.Add(Texts[MemberImportTexts.ProfileSaved], Severity.Success);
        }
    }

    private Task CheckAsync() => RunAsync(Step.Checked, dryRun: true);

    private Task ImportAsync() => RunAsync(Step.Done, dryRun: false);

    private async Task RunAsync(Step next, bool dryRun)
    {
        var viewer = await viewers.GetAsync();
        await WorkAsync(next, async cancellation =>
        {
            var fund = await ownFund.ExecuteAsync(viewer, cancellation);
            if (!fund.IsSuccess)
            {
                return fund.Errors;
            }

            await (_remarks?.DisposeAsync() ?? ValueTask.CompletedTask);
            _remarks = new(CultureInfo.CurrentUICulture);
            var command = new ImportMembers.Command(fund.Value)
            {
                DryRun = dryRun, Leavers = _draft.Leavers, ConfirmedLeavers = dryRun ? null : _draft.ConfirmedLeavers, Columns = _draft.Meanings,
                OnIssue = _remarks.Add, OnLeaver = _remarks.AddLeaver,
            };
            var result = await importMembers.ExecuteAsync(viewer, command, _csv!, new Reporter(this), cancellation);
            _report = result.IsSuccess ? result.Value : _report;
            // A file that is refused at the last moment is shown as the check is.
            _step = result.IsSuccess && result.Value.Outcome == ImportOutcome.Refused ? Step.Checked : _step;
            return result.Errors;
        });
    }

    private async Task SaveRemarksAsync()
    {
        using var stream = new DotNetStreamReference(await _remarks!.ReadAsync(), leaveOpen: true);
        await browser.InvokeVoidAsync("kassa.save", "member-file-remarks.csv", "text/csv", stream);
    }

    /// <summary>Does work off the circuit, so that the page answers to Stop meanwhile.</summary>
    private async Task WorkAsync(Step next, Func<CancellationToken, Task<IReadOnlyList<Error>>> work)
    {
        var before = _step;
        _work.Dispose();
        _work = new();
        (_step, _problems, _progress, _received) = (Step.Working, [], null, 0);
        try
        {
            var failed = await Task.Run(() => work(_work.Token), _work.Token);
            _problems = [.. failed.Select(error => error.Code.StartsWith("Imports.", StringComparison.Ordinal)
                ? ImportIssueText.Of(error, CultureInfo.CurrentUICulture) : errors.Of(error))];
            _step = failed.Count > 0 ? before : _step == Step.Working ? next : _step;
            _focus = failed.Count == 0;
        }
        catch (OperationCanceledException) when (_work.IsCancellationRequested)
        {
            _step = before;
        }
#pragma warning disable CA1031 // Whatever stopped the import, the page must say so and stay usable.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "A member file could not be imported");
            (_step, _problems) = (before, [errors[ErrorTexts.Member_ImportFailed]]);
        }
    }

    private void Show(Action change)
    {
        change();
        if (time.GetElapsedTime(_shownAt) >= BetweenReports)
        {
            _shownAt = time.GetTimestamp();
            _ = InvokeAsync(StateHasChanged);
        }
    }

    private sealed class Reporter(MemberImportPage page) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => page.Show(() => page._progress = value);
    }
}
