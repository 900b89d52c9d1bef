using KassaSurvey.Application.Data;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace KassaSurvey.Web.Components.Account;

/// <summary>Signing in with e-mail address and password.</summary>
public sealed partial class SignInPage(SignInManager<StaffUser> signIn, SetupState setup, NavigationManager navigation)
{
    // Hashed for an address without an account, so that the answer takes as long and tells nothing.
    private static readonly StaffUser Nobody = new();

    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<StaffUser>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    private IReadOnlyList<string> _errors = [];

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "sign-in")]
    public Typed? Input { get; set; }

    /// <summary>Where the person wanted to go.</summary>
    [SupplyParameterFromQuery(Name = AppUrls.ReturnParameter)]
    public string? Return { get; set; }

    /// <summary>True right after the set-up.</summary>
    [SupplyParameterFromQuery(Name = AppUrls.SetupParameter)]
    public bool FromSetup { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        if (!await setup.IsDoneAsync(HttpContext.RequestAborted))
        {
            navigation.NavigateTo(AppUrls.Setup);
        }
    }

    private async Task SignInAsync()
    {
        if (Input is not { Email.Length: > 0, Password.Length: > 0 })
        {
            _errors = [Texts[AccountTexts.SignInMissing]];
            return;
        }

        if (await TryAsync(Input.Email.Trim(), Input.Password))
        {
            navigation.NavigateTo(AppUrls.LocalOrOverview(Return));
            return;
        }

        _errors = [Texts[AccountTexts.SignInFailed, StaffAccounts.TriesBeforeLockOut, StaffAccounts.LockedFor.TotalMinutes]];
    }

    private async Task<bool> TryAsync(string email, string password)
    {
        if (await signIn.UserManager.FindByEmailAsync(email) is not { } user)
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return false;
        }

        return (await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
    }

    /// <summary>The form's fields.</summary>
    public sealed class Typed
    {
        /// <summary>E-mail address.</summary>
        public string? Email { get; set; }

        /// <summary>Password.</summary>
        public string? Password { get; set; }
    }
}
