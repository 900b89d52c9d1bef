using System.Text;
using System.Text.RegularExpressions;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sending;

/// <summary>A piece of a template: words as they stand, or the name of what is put there.</summary>
/// <param name="Text">The words, or the placeholder's name.</param>
/// <param name="IsPlaceholder">Which of the two.</param>
public readonly record struct MessagePiece(string Text, bool IsPlaceholder);

/// <summary>A template's text with placeholders such as <c>{{link}}</c>.</summary>
public static partial class MessageText
{
    /// <summary>The member's own link.</summary>
    public const string Link = "link";

    /// <summary>The fund's name.</summary>
    public const string Fund = "fund";

    /// <summary>The survey's name.</summary>
    public const string Survey = "survey";

    /// <summary>The last day of answering.</summary>
    public const string LastDay = "lastDay";

    /// <summary>How many minutes answering takes.</summary>
    public const string Minutes = "minutes";

    /// <summary>The member's name; nothing, and no space before it, when it is not known.</summary>
    public const string Name = "name";

    /// <summary>The link to "no more messages".</summary>
    public const string Unsubscribe = "unsubscribe";

    /// <summary>The code that a member types at home instead of the link; in letters only.</summary>
    public const string Code = "code";

    /// <summary>Longest subject.</summary>
    public const int LongestSubject = 120;

    /// <summary>Longest text.</summary>
    public const int LongestBody = 4000;

    /// <summary>Everything that can be put into a message of this way.</summary>
    public static IReadOnlyList<string> PlaceholdersOf(ContactChannels channel) => channel == ContactChannels.Letter ? [.. Everywhere, Code] : Everywhere;

    private static IReadOnlyList<string> Everywhere { get; } = [Link, Fund, Survey, LastDay, Minutes, Name, Unsubscribe];

    /// <summary>The pieces of a text, in order.</summary>
    public static IReadOnlyList<MessagePiece> Parse(string text)
    {
        var pieces = new List<MessagePiece>();
        var from = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            if (match.Index > from)
            {
                pieces.Add(new(text[from..match.Index], IsPlaceholder: false));
            }

            pieces.Add(new(match.Groups[1].Value, IsPlaceholder: true));
            from = match.Index + match.Length;
        }

        if (from < text.Length)
        {
            pieces.Add(new(text[from..], IsPlaceholder: false));
        }

        return pieces;
    }

    /// <summary>The text with everything put in. A value that is empty takes the space before it away.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        foreach (var piece in Parse(text))
        {
            var value = piece.IsPlaceholder ? values.GetValueOrDefault(piece.Text, "") : piece.Text;
            if (value.Length == 0 && filled.Length > 0 && filled[^1] == ' ')
            {
                filled.Length--;
            }

            filled.Append(value);
        }

        return filled.ToString();
    }

    /// <summary>What is wrong with a template; nothing when it can be used.</summary>
    public static IReadOnlyList<Error> Check(ContactChannels channel, string subject, string body)
    {
        var errors = new List<Error>();
        if (channel != ContactChannels.Sms && (string.IsNullOrWhiteSpace(subject) || subject.Length > LongestSubject || subject.Any(char.IsControl)))
        {
            errors.Add(SendingErrors.BadSubject(LongestSubject));
        }

        if (string.IsNullOrWhiteSpace(body) || body.Length > LongestBody)
        {
            errors.Add(SendingErrors.BadBody(LongestBody));
        }

        var named = Parse(subject).Concat(Parse(body)).Where(piece => piece.IsPlaceholder).Select(piece => piece.Text).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(named.Except(PlaceholdersOf(channel)).Order(StringComparer.Ordinal)
            .Select(name => name == Code ? SendingErrors.OnlyInLetters(name) : SendingErrors.UnknownPlaceholder(name)));
        var inBody = Parse(body).Where(piece => piece.IsPlaceholder).Select(piece => piece.Text).ToList();
        errors.AddRange(Needed(channel).Except(inBody).Select(SendingErrors.MissingPlaceholder));
        return errors;
    }

    /// <summary>What a message of this way cannot do without.</summary>
    private static IEnumerable<string> Needed(ContactChannels channel) => channel == ContactChannels.Email ? [Link, Unsubscribe] : [Link];

    [GeneratedRegex(@"\{\{\s*([^{}\s]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
