using KassaSurvey.Application.Features.People;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>The people of the fund: adding, roles, one-time passwords, ending access.</summary>
public sealed partial class PeoplePage(
    ListPeople listPeople, RenewPassword renewPassword, DeactivatePerson deactivatePerson, ViewerProvider viewers,
    IDialogService dialogs, ISnackbar snackbar, IStringLocalizer<ErrorTexts> errors, ILogger<PeoplePage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ListPeople.Person>? _people;
    private bool _hasFailed;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private static string StatusOf(ListPeople.Person person) =>
        !person.IsActive ? PeopleTexts.Deactivated
        : person.HasTemporaryPassword ? PeopleTexts.NotYetSignedIn
        : PeopleTexts.Active;

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var listed = await listPeople.ExecuteAsync(await viewers.GetAsync(), _gone.Token);
            _people = listed.IsSuccess ? listed.Value : [];
            Tell(listed.Errors);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped the list, the page must say "failed" and never "nobody".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The people could not be listed");
            _hasFailed = true;
        }
    }

    private async Task AddAsync()
    {
        var dialog = await dialogs.ShowAsync<AddPersonDialog>(Texts[PeopleTexts.Add]);
        if (await dialog.GetReturnValueAsync<AddPersonDialog.Outcome>() is { } added)
        {
            await LoadAsync();
            await ShowPasswordAsync(added.Name, added.OneTimePassword);
        }
    }

    private async Task EditRolesAsync(ListPeople.Person person)
    {
        var parameters = new DialogParameters<RolesDialog> { { dialog => dialog.Person, person } };
        var dialog = await dialogs.ShowAsync<RolesDialog>(Texts[PeopleTexts.RolesOf, person.Name], parameters);
        if (await dialog.Result is { Canceled: false })
        {
            await LoadAsync();
        }
    }

    private async Task RenewAsync(ListPeople.Person person)
    {
        if (!await ConfirmAsync(PeopleTexts.RenewPassword, PeopleTexts.RenewQuestion, person))
        {
            return;
        }

        var renewed = await renewPassword.ExecuteAsync(await viewers.GetAsync(), person.Id, _gone.Token);
        Tell(renewed.Errors);
        await LoadAsync();
        if (renewed.IsSuccess)
        {
            await ShowPasswordAsync(person.Name, renewed.Value);
        }
    }

    private async Task EndAccessAsync(ListPeople.Person person)
    {
        if (await ConfirmAsync(PeopleTexts.Deactivate, PeopleTexts.DeactivateQuestion, person))
        {
            Tell((await deactivatePerson.ExecuteAsync(await viewers.GetAsync(), person.Id, _gone.Token)).Errors);
            await LoadAsync();
        }
    }

    private async Task<bool> ConfirmAsync(string action, string question, ListPeople.Person person) =>
        await dialogs.ShowMessageBoxAsync(
            Texts[action], Texts[question, person.Name], yesText: Texts[action], cancelText: Texts[PeopleTexts.Cancel]) == true;

    private Task ShowPasswordAsync(string name, string password)
    {
        var parameters = new DialogParameters<OneTimePasswordDialog> { { dialog => dialog.Password, password } };
        return dialogs.ShowAsync<OneTimePasswordDialog>(
            Texts[PeopleTexts.PasswordFor, name], parameters, new() { BackdropClick = false, CloseOnEscapeKey = false });
    }

    private void Tell(IReadOnlyList<Error> problems)
    {
        foreach (var sentence in errors.Of(problems))
        {
            snackbar.Add(sentence, Severity.Error);
        }
    }
}
