using System.Globalization;
using System.Net.Mail;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Reads the rows of a member file; what is wrong with a row is listed, all of it at once.</summary>
internal sealed class MemberRowReader(MemberColumns columns, SeenIds seen, DateOnly lastDay, ImportIssues issues)
{
    private const int EarliestBirthYear = 1900;
    private const int LongestNumber = 64;
    private const int LongestName = 200;
    private const int LongestEmail = 254;
    private const int LongestPhone = 32;
    private const int ShortestPhone = 5;
    private const int LongestChannel = 64;

    private readonly SegmentCategories _categories = new();
    private IRowCells _rows = null!;
    private int _found;

    /// <summary>Whether a member who had left is active again by being named: in a list of the members, not in a change of a field.</summary>
    public bool NamedIsBack { get; init; }

    /// <summary>The current row, or null when something is wrong with it.</summary>
    public MemberRow? Read(IRowCells rows)
    {
        (_rows, _found) = (rows, issues.Count);
        var number = Number();
        if (rows.FieldCount != columns.Headings.Length)
        {
            var (found, expected) = (rows.FieldCount, columns.Headings.Length);
            issues.Add(ImportIssue.Of(
                rows.Line, found < expected ? ImportErrors.TooFewFields(found, expected) : ImportErrors.TooManyFields(found, expected)));
            return null;
        }

        var standing = Standing(out var leftOn);
        var row = new MemberRow(rows.Line, number, columns)
        {
            Name = Text(MemberField.Name, LongestName),
            Email = Email(),
            Phone = Phone(),
            Address = Address(),
            Language = Language(),
            BirthYear = BirthYear(),
            Standing = standing,
            LeftOn = leftOn,
            IsBack = NamedIsBack,
            LastContactOn = Day(MemberField.LastContactOn),
            LastContactChannel = Text(MemberField.LastContactChannel, LongestChannel),
            Refuses = Refuses(),
            Segments = [.. columns.Segments.Select(Segment)],
        };
        return issues.Count == _found ? row : null;
    }

    private string Number()
    {
        var number = Text(MemberField.Number, LongestNumber);
        if (number.Length == 0)
        {
            Bad(MemberField.Number, "", ImportErrors.MissingValue());
        }
        else if (number.Length <= LongestNumber && seen.Add(number, _rows.Line) is > 0 and var first)
        {
            Bad(MemberField.Number, number, ImportErrors.DuplicateNumber(first));
        }

        return number;
    }

    private string Text(MemberField field, int longest)
    {
        var place = columns[field];
        var text = place < 0 || place >= _rows.FieldCount ? "" : _rows.Trimmed(place).ToString();
        if (text.Length > longest)
        {
            Bad(field, text, ImportErrors.TextTooLong(longest));
        }

        return text;
    }

    private string Email()
    {
        var email = Text(MemberField.Email, LongestEmail);
        if (email.Length is > 0 and <= LongestEmail && !(MailAddress.TryCreate(email, out var address) && address.Address == email))
        {
            Bad(MemberField.Email, email, ImportErrors.BadEmail());
        }

        return email;
    }

    private string Phone()
    {
        var phone = Text(MemberField.Phone, LongestPhone);
        if (phone.Length is > 0 and <= LongestPhone
            && (phone.Count(char.IsAsciiDigit) < ShortestPhone || !phone.All(letter => char.IsAsciiDigit(letter) || letter is '+' or ' ' or '-' or '(' or ')')))
        {
            Bad(MemberField.Phone, phone, ImportErrors.BadPhone());
        }

        return phone;
    }

    private PostalAddress? Address()
    {
        var address = new PostalAddress(
            Text(MemberField.Street, PostalAddress.LongestPart),
            Text(MemberField.PostalCode, PostalAddress.LongestPart),
            Text(MemberField.City, PostalAddress.LongestPart));
        string[] parts = [address.Street, address.PostalCode, address.City];
        if (parts.All(part => part.Length == 0))
        {
            return null;
        }

        if (parts.Any(part => part.Length == 0))
        {
            issues.Add(ImportIssue.Of(_rows.Line, ImportErrors.IncompleteAddress()));
        }

        return address;
    }

    private string? Language()
    {
        var language = Text(MemberField.Language, LongestName).ToLowerInvariant();
        if (language.Length > 0 && !Languages.IsKnown(language))
        {
            Bad(MemberField.Language, language, ImportErrors.UnknownLanguage(string.Join(", ", Languages.All)));
        }

        return language.Length == 0 ? null : language;
    }

    private int? BirthYear()
    {
        var text = Text(MemberField.BirthYear, LongestName);
        if (text.Length == 0)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            Bad(MemberField.BirthYear, text, ImportErrors.NotWholeNumber());
        }
        else if (year < EarliestBirthYear || year > lastDay.Year)
        {
            Bad(MemberField.BirthYear, text, ImportErrors.BadYear(EarliestBirthYear, lastDay.Year));
        }

        return year;
    }

    private MemberStanding? Standing(out DateOnly? leftOn)
    {
        leftOn = Day(MemberField.LeftOn);
        var word = Text(MemberField.Standing, LongestName);
        if (word.Length == 0)
        {
            return leftOn is null ? null : MemberStanding.Left;
        }

        var standing = MemberWords.Standing(word);
        if (standing is null)
        {
            Bad(MemberField.Standing, word, ImportErrors.UnknownStanding(MemberWords.KnownStandings));
        }
        else if (leftOn is not null && standing == MemberStanding.Active)
        {
            Bad(MemberField.Standing, word, ImportErrors.ActiveButLeft());
        }

        return standing;
    }

    private DateOnly? Day(MemberField field)
    {
        var text = Text(field, LongestName);
        if (text.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Bad(field, text, ImportErrors.BadDate());
        }
        else if (day > lastDay)
        {
            Bad(field, text, ImportErrors.DateInFuture());
        }

        return day;
    }

    private ContactChannels? Refuses()
    {
        var words = Text(MemberField.Refuses, LongestName);
        if (words.Length == 0)
        {
            return null;
        }

        var refused = MemberWords.Refusals(words);
        if (refused is null)
        {
            Bad(MemberField.Refuses, words, ImportErrors.UnknownChannel(MemberWords.KnownChannels));
        }

        return refused;
    }

    private Segment Segment((int Place, string Name) column)
    {
        var value = _rows.Trimmed(column.Place);
        if (value.Length > Domain.Organisation.Segment.MaximumLength)
        {
            issues.Add(ImportIssue.Of(
                _rows.Line, columns.Headings[column.Place], value, ImportErrors.SegmentTooLong(Domain.Organisation.Segment.MaximumLength)));
            return new(column.Name, "");
        }

        // A column of names or identity numbers is no segment, and it stops here.
        var fits = true;
        var category = value.IsEmpty ? "" : _categories.Take(column.Name, value, out fits);
        if (!fits)
        {
            issues.Add(ImportIssue.Of(
                _rows.Line, columns.Headings[column.Place], value, ImportErrors.TooManyCategories(SegmentCategories.MaximumCount)));
        }

        return new(column.Name, category);
    }

    private void Bad(MemberField field, string value, Error reason) =>
        issues.Add(ImportIssue.Of(_rows.Line, columns.Headings[columns[field]], value, reason));
}
