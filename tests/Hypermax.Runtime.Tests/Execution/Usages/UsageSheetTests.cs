using System.Text;
using Hypermax.Execution.Usages;

namespace Hypermax.Tests.Execution.Usages;

public sealed class UsageSheetTests
{
    private static readonly UsageSheet Sheet = new(
        "machine/12/tick34",
        7,
        [new RunningUsage(3, 1.5, 1.25, 100 << 20, 120 << 20), new RunningUsage(4, 2, double.NaN, 5L << 30, 6L << 30, IsShared: true)]);

    [Fact]
    public void ToJson_IsOneLineInTheUnitsOfResults() => Assert.Equal(
        """{"format":1,"process":"machine/12/tick34","stamp":7,"trials":[{"trial":3,"seconds":1.5,"cpuSeconds":1.25,"bytes":104857600,"peakBytes":125829120},"""
            + """{"trial":4,"seconds":2,"bytes":5368709120,"peakBytes":6442450944,"shared":true}]}""" + "\n",
        Encoding.UTF8.GetString(Sheet.ToJson()));

    [Fact]
    public void TryRead_OfWhatWasWritten_IsTheSame()
    {
        UsageSheet read = UsageSheet.TryRead(Sheet.ToJson())!;

        Assert.Equal((Sheet.Process, Sheet.Stamp), (read.Process, read.Stamp));
        Assert.Equal(Sheet.Trials, read.Trials);
    }

    [Fact]
    public void TryRead_OfATornSheet_IsNothing()
    {
        byte[] whole = Sheet.ToJson();

        // The last byte is the end of the line.
        Assert.All(Enumerable.Range(0, whole.Length - 1), length => Assert.Null(UsageSheet.TryRead(whole.AsMemory(0, length))));
    }

    [Theory]
    [InlineData("""{"format":2,"process":"a/1/2","stamp":1,"trials":[]}""")]
    [InlineData("""{"format":1,"process":7,"stamp":1,"trials":[]}""")]
    [InlineData("""{"format":1,"process":"a/1/2","stamp":1,"trials":[{"trial":1e99,"seconds":1,"bytes":1,"peakBytes":1}]}""")]
    [InlineData("""{"format":1,"process":"a/1/2","stamp":1,"trials":[{"trial":1}]}""")]
    [InlineData("""{"format":1,"process":"a/1/2","stamp":1,"trials":{}}""")]
    [InlineData("""{"format":1,"process":"a/1/2","stamp":1,"trials":[{"trial":1,"seconds":1,"cpuSeconds":1e999,"bytes":1,"peakBytes":1}]}""")]
    [InlineData("""{"format":1,"process":"a/1/2","stamp":1,"trials":[{"trial":1,"seconds":1,"bytes":-1,"peakBytes":1}]}""")]
    [InlineData("""{"format":1,"process":"a/1/2","stamp":1,"trials":[{"trial":1,"seconds":-1,"bytes":1,"peakBytes":1}]}""")]
    [InlineData("""{"format":1,"process":"a/1/2","stamp":1,"trials":[{"trial":1,"seconds":1e300,"bytes":1,"peakBytes":1}]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\u0000")]
    public void TryRead_OfWhatIsNoSheet_IsNothing(string text) => Assert.Null(UsageSheet.TryRead(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void TryRead_OfANameThatNoProcessHas_IsNothing() =>
        Assert.Null(UsageSheet.TryRead((Sheet with { Process = new string('x', 1000) }).ToJson()));
}
