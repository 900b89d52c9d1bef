using System.Text.Json;

namespace KassaSurvey.Application.Features.Members;

/// <summary>What a column of a member file can mean, as words for pages and profiles.</summary>
public static class MemberFileFields
{
    /// <summary>A column that is passed over.</summary>
    public const string Ignored = "-";

    /// <summary>What a segment's word begins with; its name follows.</summary>
    public const string SegmentPrefix = "segment:";

    /// <summary>The words of the columns that are no segments: <c>number</c>, <c>name</c>, <c>lastContactOn</c>, …</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<MemberField>().Select(Word)];

    /// <summary>The column that every file needs.</summary>
    public static string Key { get; } = Word(MemberField.Number);

    internal static string Word(MemberField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    internal static MemberField? Find(string word) =>
        Enum.TryParse<MemberField>(word, ignoreCase: true, out var field) && Enum.IsDefined(field) && !char.IsAsciiDigit(word[0]) ? field : null;
}
