using KassaSurvey.Application.Features.Members;
using KassaSurvey.Application.Features.Sampling;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Members;

/// <summary>The fund's members: looked for, filtered, page by page.</summary>
public sealed partial class MembersPage(
    FindMembers findMembers, CountMembers countMembers, ListVariables listVariables, ViewerProvider viewers, ILogger<MembersPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private MemberFilter _filter = new();
    private FindMembers.Page? _page;
    private CountMembers.Count? _count;
    private IReadOnlyList<SamplingVariable>? _segments;
    private bool _hasFailed;

    /// <summary>What is looked for.</summary>
    [SupplyParameterFromQuery(Name = MemberUrls.TextParameter)]
    public string? Text { get; set; }

    /// <summary>The standing looked for.</summary>
    [SupplyParameterFromQuery(Name = MemberUrls.StandingParameter)]
    public string? Standing { get; set; }

    /// <summary>The language looked for.</summary>
    [SupplyParameterFromQuery(Name = AppUrls.LanguageParameter)]
    public string? Language { get; set; }

    /// <summary>The group looked for, as <c>name:category</c>.</summary>
    [SupplyParameterFromQuery(Name = MemberUrls.SegmentParameter)]
    public string? SegmentText { get; set; }

    /// <summary>The number that the page comes after.</summary>
    [SupplyParameterFromQuery(Name = MemberUrls.AfterParameter)]
    public string? AfterNumber { get; set; }

    /// <summary>The number that the page comes before.</summary>
    [SupplyParameterFromQuery(Name = MemberUrls.BeforeParameter)]
    public string? BeforeNumber { get; set; }

    private string CountText => _count switch
    {
        null => Texts[MembersTexts.Counting],
        { IsMore: true } more => Texts[MembersTexts.CountMore, MemberNames.Numbers.Count(more.Number)],
        { Number: 1 } => Texts[MembersTexts.CountOne],
        var count => Texts[MembersTexts.CountAll, MemberNames.Numbers.Count(count.Number)],
    };

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var filter = MemberUrls.Filter(Text, Standing, Language, SegmentText);
        (_hasFailed, _count, _filter) = (false, filter == _filter ? _count : null, filter);
        try
        {
            var viewer = await viewers.GetAsync();
            var found = await findMembers.ExecuteAsync(viewer, new(filter, AfterNumber, BeforeNumber), _gone.Token);
            (_hasFailed, _page) = (!found.IsSuccess, found.IsSuccess ? found.Value : null);
            // The list is there first: counting and the list of groups take longer in a large fund.
            StateHasChanged();
            var counted = await countMembers.ExecuteAsync(viewer, filter, _gone.Token);
            _count = counted.IsSuccess && filter == _filter ? counted.Value : _count;
            StateHasChanged();
            if (_segments is null && RendererInfo.IsInteractive)
            {
                var variables = await listVariables.ExecuteAsync(viewer, _gone.Token);
                _segments = variables.IsSuccess ? variables.Value.Segments : [];
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped the list, the page must say "failed" and never "nobody".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The members could not be listed");
            _hasFailed = true;
        }
    }
}
