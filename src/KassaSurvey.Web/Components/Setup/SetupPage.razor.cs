using System.Globalization;
using KassaSurvey.Application.Features.Setup;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Setup;

/// <summary>The first-time set-up, open until the first person can sign in.</summary>
public sealed partial class SetupPage(SetUpFund setUpFund, SetupCode code, SetupState setup, NavigationManager navigation)
{
    private IReadOnlyList<string> _errors = [];

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "setup")]
    public Typed? Input { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new() { DefaultLanguage = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName };
        if (await setup.IsDoneAsync(HttpContext.RequestAborted))
        {
            navigation.NavigateTo(AppUrls.SignIn);
        }
    }

    private async Task SetUpAsync()
    {
        if (!code.Accepts(Input!.Code))
        {
            _errors = [Texts[SetupTexts.WrongCode, SetupCode.Tries]];
            return;
        }

        var done = await setUpFund.ExecuteAsync(Viewer.Operator, Input.ToCommand(), HttpContext.RequestAborted);
        if (!done.IsSuccess)
        {
            _errors = ErrorSentences.Of(done.Errors);
            return;
        }

        code.Spend();
        navigation.NavigateTo(AppUrls.SignInAfterSetup);
    }

    /// <summary>The form's fields.</summary>
    public sealed class Typed
    {
        /// <summary>The code from the log.</summary>
        public string? Code { get; set; }

        /// <summary>Name of the fund.</summary>
        public string? FundName { get; set; }

        /// <summary>Its key in addresses and commands.</summary>
        public string? FundKey { get; set; }

        /// <summary>Language of members whose own is not known.</summary>
        public string? DefaultLanguage { get; set; }

        /// <summary>Whom members can ask.</summary>
        public string? ContactEmail { get; set; }

        /// <summary>Name of the first person.</summary>
        public string? AdminName { get; set; }

        /// <summary>Address the first person signs in with.</summary>
        public string? AdminEmail { get; set; }

        /// <summary>The first person's password.</summary>
        public string? Password { get; set; }

        internal SetUpFund.Command ToCommand() => new(
            FundName ?? "", (FundKey ?? "").Trim(), DefaultLanguage ?? "", ContactEmail ?? "", AdminName ?? "", AdminEmail ?? "", Password ?? "");
    }
}
