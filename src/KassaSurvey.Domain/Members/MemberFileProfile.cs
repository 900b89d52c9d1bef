using System.Collections.Immutable;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Domain.Members;

/// <summary>What the headings of a fund's member file mean, remembered under a name for the next file of the same kind.</summary>
public sealed class MemberFileProfile : IFundOwned
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 64;

    private MemberFileProfile()
    {
    }

    /// <inheritdoc />
    public Primitives.FundId FundId { get; private set; }

    /// <summary>The name, unique in the fund.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Heading to meaning: a field's word, <c>segment:name</c>, or <c>-</c> for a column that is passed over.</summary>
    public ImmutableSortedDictionary<string, string> Columns { get; private set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Remembers the columns under a name.</summary>
    public static MemberFileProfile Of(Primitives.FundId fund, string name, ImmutableSortedDictionary<string, string> columns) =>
        new() { FundId = fund, Name = name, Columns = columns };

    /// <summary>Remembers other columns under the same name.</summary>
    public void Change(ImmutableSortedDictionary<string, string> columns) => Columns = columns;
}
