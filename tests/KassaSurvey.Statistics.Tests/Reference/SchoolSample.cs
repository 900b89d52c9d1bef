using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Statistics.Tests.Reference;

/// <summary>California school samples of R's survey package: the data are read from outside, the figures lie here.</summary>
public sealed class SchoolSample
{
    public static readonly string[] Types = ["E", "H", "M"];
    public static readonly string[] Answers = ["No", "Yes"];
    public static readonly double[] TypePopulation = [4421, 755, 1018];
    public static readonly double[] AnswerPopulation = [1072, 5122];

    private readonly ReferenceTable table;

    public SchoolSample(string file) => table = ReferenceTable.ReadExternal($"api/{file}.csv");

    public static ReferenceTable Expected { get; } = ReferenceTable.Read("survey_api.csv");

    public int Count => table.Count;

    public double[] Weights => table.Numbers("pw");

    public double[] Numbers(string column) => table.Numbers(column);

    public double[] Flags(string column, string value) => [.. table.Texts(column).Select(text => text == value ? 1.0 : 0.0)];

    public ulong[] Domain(Func<int, bool> isInside) => TwoWaves.Bitmap([.. Enumerable.Range(0, Count).Select(isInside)]);

    public ulong[] Domain(string column, string value) => Domain(row => table.Text(row, column) == value);

    public double Number(int row, string column) => table.Number(row, column);

    public string Text(int row, string column) => table.Text(row, column);

    public CalibrationMargin TypeMargin => new([.. table.Texts("stype").Select(text => Array.IndexOf(Types, text))], TypePopulation);

    public CalibrationMargin AnswerMargin => new([.. table.Texts("sch.wide").Select(text => Array.IndexOf(Answers, text))], AnswerPopulation);

    public static (SchoolSample Sample, SurveyDesign Design) Load(string design) => design switch
    {
        "srs" => With("apisrs", s => SurveyDesign.Of(s.Weights, [], [], s.Numbers("fpc"))),
        "srs_nofpc" => With("apisrs", s => SurveyDesign.Of(s.Weights)),
        "strat" => With("apistrat", s => SurveyDesign.Of(s.Weights, s.Strata, [], s.Numbers("fpc"))),
        "strat_nofpc" => With("apistrat", s => SurveyDesign.Of(s.Weights, s.Strata)),
        "weights_only" => With("apistrat", s => SurveyDesign.Of(s.Weights)),
        _ => With("apiclus1", s => SurveyDesign.Of(s.Weights, [], [.. s.Numbers("dnum").Select(number => (int)number)], s.Numbers("fpc"))),
    };

    public int[] Strata => [.. table.Texts("stype").Select(text => Array.IndexOf(Types, text))];

    private static (SchoolSample Sample, SurveyDesign Design) With(string file, Func<SchoolSample, SurveyDesign> design)
    {
        var sample = new SchoolSample(file);
        return (sample, design(sample));
    }
}
