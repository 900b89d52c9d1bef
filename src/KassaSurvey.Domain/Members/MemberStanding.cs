namespace KassaSurvey.Domain.Members;

/// <summary>Where a member stands in the fund's register.</summary>
public enum MemberStanding
{
    /// <summary>A member who can be asked.</summary>
    Active = 1,

    /// <summary>No longer a member; kept until the retention rule removes the row.</summary>
    Left = 2,

    /// <summary>Has died; never asked.</summary>
    Deceased = 3,

    /// <summary>Under a protection order (turvakielto, skyddade personuppgifter): never asked, never exported.</summary>
    Protected = 4,

    /// <summary>Erased: an empty row that invitations lead to, so that counts stay right. It says nothing of anybody.</summary>
    Erased = 5,
}
