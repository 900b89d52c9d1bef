using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.People;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace KassaSurvey.Web.Components.Account;

/// <summary>A person's own password.</summary>
public sealed partial class PasswordPage(ChangeOwnPassword changePassword, SignInManager<StaffUser> signIn)
{
    private IReadOnlyList<string> _errors = [];
    private bool _isTemporary;
    private bool _isChanged;

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "password")]
    public Typed? Input { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized() =>
        _isTemporary = HttpContext.User.HasClaim(claim => claim.Type == TemporaryPassword.Claim);

    private async Task ChangeAsync()
    {
        var (current, chosen) = (Input?.Current ?? "", Input?.Chosen ?? "");
        if (chosen != Input?.Repeated)
        {
            _errors = [Texts[AccountTexts.PasswordsDiffer]];
            return;
        }

        var person = Guid.Parse(signIn.UserManager.GetUserId(HttpContext.User)!);
        var changed = await changePassword.ExecuteAsync(new(person, current, chosen), HttpContext.RequestAborted);
        if (!changed.IsSuccess)
        {
            _errors = ErrorSentences.Of(changed.Errors);
            return;
        }

        // A changed password ends every session; this one goes on with a new cookie.
        await signIn.RefreshSignInAsync((await signIn.UserManager.FindByIdAsync(person.ToString()))!);
        _isChanged = true;
    }

    /// <summary>The form's fields.</summary>
    public sealed class Typed
    {
        /// <summary>The password so far.</summary>
        public string? Current { get; set; }

        /// <summary>The password from now on.</summary>
        public string? Chosen { get; set; }

        /// <summary>The same again.</summary>
        public string? Repeated { get; set; }
    }
}
