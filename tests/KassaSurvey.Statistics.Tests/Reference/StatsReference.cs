namespace KassaSurvey.Statistics.Tests.Reference;

/// <summary>Figures of R's classical tests, by id.</summary>
public static class StatsReference
{
    private static readonly Lazy<ReferenceTable> LazyTable = new(() => ReferenceTable.Read("stats_reference.csv"));

    public static ReferenceTable Table => LazyTable.Value;

    public static double Value(string id) => Table.Value(id, "value");
}
