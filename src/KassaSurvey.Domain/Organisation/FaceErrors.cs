using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Organisation;

/// <summary>What can be wrong with a fund's face.</summary>
public static class FaceErrors
{
    /// <summary>Not written as #rrggbb.</summary>
    public static Error NotAColour { get; } = Error.Of("Face.NotAColour");

    /// <summary>Neither PNG nor JPEG nor WebP, whatever the file's name says.</summary>
    public static Error NotAPicture { get; } = Error.Of("Face.NotAPicture");

    /// <summary>The fund has no name in its own language, or one is too long.</summary>
    public static Error BadName { get; } = Error.Of("Face.BadName");

    /// <summary>Not an e-mail address.</summary>
    public static Error BadEmail { get; } = Error.Of("Face.BadEmail");

    /// <summary>A contact's name or phone number is too long or has signs that do not belong there.</summary>
    public static Error BadContact { get; } = Error.Of("Face.BadContact");

    /// <summary>Not a web address that begins with https.</summary>
    public static Error BadAddress { get; } = Error.Of("Face.BadAddress");

    /// <summary>Not one of the countries whose supervisor is known.</summary>
    public static Error BadCountry { get; } = Error.Of("Face.BadCountry");

    /// <summary>Somebody else saved the face since it was read.</summary>
    public static Error ChangedMeanwhile { get; } = Error.Of("Face.ChangedMeanwhile");

    /// <summary>White text would be hard to read on the colour.</summary>
    public static Error TooPale(double contrast) => Error.Of("Face.TooPale", Math.Floor(contrast * 10) / 10);

    /// <summary>The picture's file is too large.</summary>
    public static Error PictureTooLarge(int largestKilobytes) => Error.Of("Face.PictureTooLarge", largestKilobytes);

    /// <summary>The picture has too many pixels a side.</summary>
    public static Error PictureTooWide(int largestSide) => Error.Of("Face.PictureTooWide", largestSide);

    /// <summary>A text is too long.</summary>
    public static Error TextTooLong(int longest) => Error.Of("Face.TextTooLong", longest);
}
