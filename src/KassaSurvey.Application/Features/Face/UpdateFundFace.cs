using FluentValidation;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Face;

/// <summary>Changes how the fund shows itself to its members. Of two people who edit at once, the second is told and nothing is overwritten.</summary>
public sealed class UpdateFundFace(IKassaDatabase database, FaceCache faces, QuestionnaireCache forms)
{
    /// <summary>The longest sentence, and the longest notice.</summary>
    public const int LongestSentence = 1000;

    /// <summary>The longest privacy notice or list of shortcomings in one language.</summary>
    public const int LongestNotice = 8000;

    /// <summary>The face from now on.</summary>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Name">The fund's name.</param>
    /// <param name="ContactEmail">Whom members can ask.</param>
    /// <param name="Content">Words and colour.</param>
    /// <param name="NewLogo">A picture file, or null to leave the logo alone.</param>
    /// <param name="RemoveLogo">Takes the logo away.</param>
    public sealed record Command(
        int Revision, LocalizedText Name, string ContactEmail, FundFaceContent Content, ReadOnlyMemory<byte>? NewLogo, bool RemoveLogo);

    /// <summary>Saves it.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } id)
        {
            return AccessErrors.NotAllowed;
        }

        var validation = new Validator().Validate(command);
        if (!validation.IsValid)
        {
            return Result.Failed([.. validation.Errors.Select(failure => (Error)failure.CustomState).Distinct()]);
        }

        await using var db = database.For(viewer);
        var fund = await db.Funds.SingleAsync(row => row.Id == id, cancellationToken);
        if (!command.Name.Has(fund.DefaultLanguage))
        {
            return FaceErrors.BadName;
        }

        var stored = await db.FundFaces.SingleOrDefaultAsync(row => row.FundId == id, cancellationToken);
        var face = stored ?? db.FundFaces.Add(FundFace.Create(id)).Entity;
        if (face.Revision != command.Revision)
        {
            return FaceErrors.ChangedMeanwhile;
        }

        var changed = Change(face, command);
        if (!changed.IsSuccess)
        {
            return changed;
        }

        fund.Introduce(command.Name, command.ContactEmail.Trim());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException clash) when (stored is null || clash is DbUpdateConcurrencyException)
        {
            return FaceErrors.ChangedMeanwhile;
        }

        faces.Forget(fund.Key);
        forms.Forget();
        return Result.Done;
    }

    private static Result Change(FundFace face, Command command)
    {
        if (command.NewLogo is { } file)
        {
            var logo = LogoFile.Read(file.Span);
            if (!logo.IsSuccess)
            {
                return Result.Failed(logo.Errors);
            }

            face.ChangeLogo(logo.Value);
        }
        else if (command.RemoveLogo)
        {
            face.ChangeLogo(null);
        }

        return face.Change(command.Content);
    }

    /// <summary>What a face may hold.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(command => command.Name).Must(name => IsWithin(name, 200)).WithState(_ => FaceErrors.BadName);
            RuleFor(command => command.ContactEmail.Trim())
                .EmailAddress().WithState(_ => FaceErrors.BadEmail).MaximumLength(254).WithState(_ => FaceErrors.BadEmail);
            RuleFor(command => command.Content.ContactName.Trim()).MaximumLength(200).WithState(_ => FaceErrors.BadContact);
            RuleFor(command => command.Content.ContactPhone.Trim())
                .Matches(@"^[0-9+()\- ]{0,40}\z").WithState(_ => FaceErrors.BadContact);
            RuleFor(command => command.Content.ServiceAddress.Trim()).Must(IsAddress).WithState(_ => FaceErrors.BadAddress);
            RuleFor(command => command.Content.Country)
                .Must(country => country.Length == 0 || Country.All.Contains(country)).WithState(_ => FaceErrors.BadCountry);
            RuleFor(command => command.Content.WhyYou).Must(IsSentence).WithState(_ => FaceErrors.TextTooLong(LongestSentence));
            RuleFor(command => command.Content.WhoSees).Must(IsSentence).WithState(_ => FaceErrors.TextTooLong(LongestSentence));
            RuleFor(command => command.Content.PrivacyNotice).Must(IsNotice).WithState(_ => FaceErrors.TextTooLong(LongestNotice));
            RuleFor(command => command.Content.KnownDeficiencies).Must(IsNotice).WithState(_ => FaceErrors.TextTooLong(LongestNotice));
        }

        private static bool IsSentence(LocalizedText text) => IsWithin(text, LongestSentence);

        private static bool IsNotice(LocalizedText text) => IsWithin(text, LongestNotice);

        private static bool IsWithin(LocalizedText text, int longest) => text.Texts.Values.All(words => words.Length <= longest);

        private static bool IsAddress(string address) =>
            address.Length == 0
            || (address.Length <= 500 && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
                && uri.UserInfo.Length == 0);
    }
}
