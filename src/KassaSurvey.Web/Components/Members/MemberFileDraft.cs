using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Application.Features.Members;

namespace KassaSurvey.Web.Components.Members;

/// <summary>What the person says about a member file before it is checked.</summary>
public sealed class MemberFileDraft
{
    /// <summary>The columns with their meanings, in the order of the file.</summary>
    public List<ReadMemberHeadings.Column> Columns { get; } = [];

    /// <summary>What to do with active members whom the file does not name.</summary>
    public Leavers Leavers { get; set; } = Leavers.Keep;

    /// <summary>The number of leavers as typed.</summary>
    public string TypedLeavers { get; set; } = "";

    /// <summary>The number of leavers, when a number was typed.</summary>
    public int? ConfirmedLeavers =>
        int.TryParse(string.Concat(TypedLeavers.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>True when a column is the member number.</summary>
    public bool HasNumber => Columns.Any(column => column.Meaning == MemberFileFields.Key);

    /// <summary>A meaning that two columns have, or null.</summary>
    public string? Twice => Columns.Where(column => column.Meaning != MemberFileFields.Ignored)
        .GroupBy(column => column.Meaning, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key;

    /// <summary>The fields that no column is.</summary>
    public IEnumerable<string> Missing => MemberFileFields.All.Where(word => Columns.All(column => column.Meaning != word));

    /// <summary>Heading to meaning, as an import and a profile take it.</summary>
    public ImmutableSortedDictionary<string, string> Meanings => Columns
        .GroupBy(column => column.Heading, StringComparer.OrdinalIgnoreCase)
        .ToImmutableSortedDictionary(group => group.Key, group => group.First().Meaning);

    /// <summary>Takes the columns of a file.</summary>
    public void Take(IEnumerable<ReadMemberHeadings.Column> columns)
    {
        Columns.Clear();
        Columns.AddRange(columns);
    }

    /// <summary>Sets what a column means.</summary>
    public void Mean(int place, string meaning) => Columns[place] = Columns[place] with { Meaning = meaning };
}
