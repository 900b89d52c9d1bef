using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>
/// The reference ledger: every row of every reference file is a case. Each of its figures is computed by the kernel and
/// equal, or excused by a line of <see cref="OutOfScope"/>; nothing is left out silently.
/// </summary>
public class LedgerTests
{
    private static readonly Dictionary<string, Action<Figures>> OwnFamilies = new()
    {
        [nameof(ClassicalFigures)] = ClassicalFigures.Add,
        [nameof(WaveFigures)] = WaveFigures.Add,
        [nameof(WaveChangeFigures)] = WaveChangeFigures.Add,
        [nameof(QualityFigures)] = QualityFigures.Add,
        [nameof(WavePathFigures)] = WavePathFigures.Add,
        [nameof(ContactFigures)] = ContactFigures.Add,
        [nameof(ExampleFigures)] = ExampleFigures.Add,
    };

    private static readonly Dictionary<string, Action<Figures>> ExternalFamilies = new()
    {
        [nameof(DesignFigures)] = DesignFigures.Add,
        [nameof(WeightingFigures)] = WeightingFigures.Add,
        [nameof(DesignModelFigures)] = DesignModelFigures.Add,
        [nameof(ImportanceFigures)] = ImportanceFigures.Add,
        [nameof(MobiModelFigures)] = MobiModelFigures.Add,
        [nameof(MobiResultFigures)] = MobiResultFigures.Add,
    };

    private static readonly Lazy<Figures> Own = new(() => Compute([.. OwnFamilies.Values]));

    private static readonly Lazy<Figures> External = new(() => Compute([.. ExternalFamilies.Values]));

    public static TheoryData<string> OwnFamilyNames => [.. OwnFamilies.Keys];

    public static TheoryData<string> ExternalFamilyNames => [.. ExternalFamilies.Keys];

    public static TheoryData<string, string> OwnRows => Cases(row => !ReferenceFiles.IsOfExternalData(row));

    public static TheoryData<string, string> ExternalRows => Cases(ReferenceFiles.IsOfExternalData);

    [Theory]
    [MemberData(nameof(OwnRows))]
    public void Row_OfOwnData_EqualsReference(string file, string id) => Check(Own.Value, file, id);

    [ReferenceDataTheory]
    [MemberData(nameof(ExternalRows))]
    public void Row_OfExternalData_EqualsReference(string file, string id) => Check(External.Value, file, id);

    // The rows share what they compute once; a mutation run must see which test runs which line, so each family stands alone here
    // (docs/statistics/proof.md).
    [Theory]
    [MemberData(nameof(OwnFamilyNames))]
    public void Family_OfOwnData_EqualsReference(string family) => CheckAll(Compute(OwnFamilies[family]));

    [ReferenceDataTheory]
    [MemberData(nameof(ExternalFamilyNames))]
    public void Family_OfExternalData_EqualsReference(string family) => CheckAll(Compute(ExternalFamilies[family]));

    [Fact]
    public void OutOfScope_EveryLine_ExcusesSomething()
    {
        var figures = ReferenceFiles.Rows.SelectMany(row => row.Figures.Keys.Select(column => (row.File, row.Id, column))).ToArray();

        Assert.All(OutOfScope.Lines, line => Assert.Contains(figures, figure => line.Covers(figure.File, figure.Id, figure.column)));
    }

    [Fact]
    public void Figures_OfOwnData_AreAllInTheReference() => ExpectNoStrays(Own.Value);

    [ReferenceDataFact]
    public void Figures_OfExternalData_AreAllInTheReference() => ExpectNoStrays(External.Value);

    [ReferenceDataFact]
    public void ReferenceFiles_AreAllCopied()
    {
        var folder = Path.Combine(ReferenceDataFactAttribute.Folder!, "expected");
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            var copy = Path.Combine(ReferenceFiles.Folder, Path.GetFileName(path));
            Assert.True(File.Exists(copy), $"{Path.GetFileName(path)} is missing.");
            Assert.Equal(File.ReadAllText(path), File.ReadAllText(copy));
        }
    }

    private static void Check(Figures computed, string file, string id)
    {
        var problems = new List<string>();
        foreach (var row in ReferenceFiles.Rows.Where(row => row.File == file && row.Id == id))
        {
            foreach (var (column, expected) in row.Figures)
            {
                var isExcused = OutOfScope.Covers(file, id, column);
                var problem = computed.Difference(file, id, column, expected);
                problems.Add((problem, isExcused) switch
                {
                    (null, false) => $"{file} {id} {column} is neither computed nor out of scope.",
                    (not null, true) => $"{file} {id} {column} is computed and out of scope at once.",
                    _ => problem ?? "",
                });
            }
        }

        Assert.True(problems.All(problem => problem == ""), string.Join('\n', problems.Where(problem => problem != "")));
    }

    private static void CheckAll(Figures computed)
    {
        var differences =
            from row in ReferenceFiles.Rows
            from figure in row.Figures
            let difference = computed.Difference(row.File, row.Id, figure.Key, figure.Value)
            where !string.IsNullOrEmpty(difference)
            select difference;

        Assert.True(computed.Keys.Any());
        Assert.Equal("", string.Join('\n', differences));
    }

    private static void ExpectNoStrays(Figures computed)
    {
        var known = ReferenceFiles.Rows.SelectMany(row => row.Figures.Keys.Select(column => (row.File, row.Id, column))).ToHashSet();

        Assert.DoesNotContain(computed.Keys, key => !known.Contains(key));
    }

    private static TheoryData<string, string> Cases(Func<ReferenceRow, bool> isWanted)
    {
        var cases = new TheoryData<string, string>();
        foreach (var (file, id) in ReferenceFiles.Rows.Where(isWanted).Select(row => (row.File, row.Id)).Distinct())
        {
            cases.Add(file, id);
        }

        return cases;
    }

    private static Figures Compute(params Action<Figures>[] families)
    {
        var figures = new Figures();
        foreach (var family in families)
        {
            family(figures);
        }

        return figures;
    }
}
