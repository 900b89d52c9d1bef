namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the contact policy.</summary>
public sealed class ContactPolicyTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string Peace = nameof(Peace);
    public const string Months = nameof(Months);
    public const string MonthsHint = nameof(MonthsHint);
    public const string Save = nameof(Save);
    public const string Saved = nameof(Saved);
    public const string OnlyAdministrators = nameof(OnlyAdministrators);
    public const string MeansNoLimit = nameof(MeansNoLimit);
    public const string MeansOneMonth = nameof(MeansOneMonth);
    public const string MeansMonths = nameof(MeansMonths);
    public const string CouldBeAsked = nameof(CouldBeAsked);
    public const string NotSaved = nameof(NotSaved);
    public const string Never = nameof(Never);
    public const string NeverLead = nameof(NeverLead);
    public const string NeverDeceased = nameof(NeverDeceased);
    public const string NeverProtected = nameof(NeverProtected);
    public const string NeverLeft = nameof(NeverLeft);
    public const string NeverRefused = nameof(NeverRefused);
    public const string NeverChannel = nameof(NeverChannel);
}
