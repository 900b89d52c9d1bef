using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Tests.Primitives;

public class PrimitivesTests
{
    [Fact]
    public void NewId_ManyTimes_IsPositiveDistinctAndInNoOrder()
    {
        long[] ids = [.. Enumerable.Range(0, 10_000).Select(_ => NewId.Of<ResponseId>().Value)];

        Assert.All(ids, id => Assert.True(id > 0));
        Assert.Equal(ids.Length, ids.Distinct().Count());
        // A random order rises half the time: 5 000, give or take five standard deviations (29 each).
        Assert.InRange(ids.Zip(ids.Skip(1)).Count(pair => pair.First < pair.Second), 4_855, 5_145);
    }

    [Theory]
    [InlineData(1989, false)]
    [InlineData(1990, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    public void ReportingYear_Range_IsKept(int year, bool valid)
    {
        Assert.Equal(valid, ReportingYear.IsValid(year));
        Assert.Equal(valid, Record.Exception(() => new ReportingYear(year)) is null);
    }

    [Fact]
    public void Result_Failed_HasNoValue()
    {
        Result<int> failed = Error.Of("Any.Reason", 7);

        Assert.False(failed.IsSuccess);
        Assert.Throws<InvalidOperationException>(() => failed.Value);
        Assert.Equal(Error.Of("Any.Reason", 7), Assert.Single(failed.Errors));
        Assert.NotEqual(Error.Of("Any.Reason", 8), failed.Errors[0]);
    }

    [Theory]
    [InlineData("member-satisfaction", true)]
    [InlineData("a", true)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("A", false)]
    [InlineData("a/b", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    public void Key_InAnAddress_NeedsNoEscaping(string key, bool valid) => Assert.Equal(valid, CodeText.IsKey(key));

    [Theory]
    [InlineData("Q1_b", true)]
    [InlineData("Q1\n", false)]
    [InlineData("_Q", false)]
    public void Code_IsWhatStatisticsPackagesAccept(string code, bool valid) => Assert.Equal(valid, CodeText.IsCode(code));

    [Fact]
    public void Viewer_Roles_AllowNoMoreThanStated()
    {
        var manager = Viewer.Staff(new(1), "m", [Role.Manager]);
        Assert.True(manager.MayReadResults);
        Assert.False(manager.MaySeeResponses || manager.MayRunSurveys || manager.MayAdminister);

        var interviewer = Viewer.Staff(new(1), "i", [Role.Interviewer]);
        Assert.False(interviewer.MayReadResults || interviewer.MayExport || interviewer.MaySeeResponses);

        var member = Viewer.Respondent(new(1));
        Assert.False(member.MayReadResults || member.MayExport || member.MayRunSurveys || member.MayAdminister || member.IsOperator);
        Assert.False(Viewer.Staff(new(1), "a", [Role.Admin]).MaySeeResponses);
    }
}
