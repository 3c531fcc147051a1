using Hypermax.Execution.Limits;
using Hypermax.Execution.Remote;

namespace Hypermax.Tests.Execution.Remote;

public class RemoteReportTests
{
    private static readonly TrialLimits Limits = new() { MemoryBytes = 1000, CpuTime = TimeSpan.FromSeconds(3) };

    [Theory]
    [InlineData("0m0.010000s 0m0.000000s\n1m2.500000s 0m0.250000s\npeak 2000\n", 62.75, 2000)]
    [InlineData("0m0.01s 0m0.00s\r\n0m2.50s 0m0.25s\r\nTerminated\r\npeak 7\r\n", 2.75, 7)]
    [InlineData("0m0.010s 0m0.000s\n0m0.000s 0m0.000s\n", 0, 0)]
    public void Read_TimesOfAnyShell_AreThoseOfTheChildren(string text, double cpu, long peak)
    {
        RemoteReport report = RemoteReport.Read(text, Limits);

        Assert.Equal(cpu, report.Usage!.CpuSeconds, 9);
        Assert.Equal(peak, report.Usage.PeakBytes);
        Assert.Null(report.Breach);
    }

    [Theory]
    [InlineData("peak 2000\nlimit memory 2000\n", FailureKind.Memory)]
    [InlineData("limit cpu 3100\n", FailureKind.CpuTime)]
    public void Read_Limit_IsTheBreach(string text, FailureKind kind) => Assert.Equal(kind, RemoteReport.Read(text, Limits).Breach!.Kind);

    [Theory]
    [InlineData("")]
    [InlineData("limit memory lots\nlimit disk 4\nxmys 1m\n1.5s 2.5s\n")]
    public void Read_NothingOrNonsense_NoFigures(string text)
    {
        RemoteReport report = RemoteReport.Read(text, Limits);

        Assert.Null(report.Usage);
        Assert.Null(report.Breach);
    }

    [Fact]
    public void Read_LimitThatIsNotSet_IsNoBreach() => Assert.Null(RemoteReport.Read("limit memory 5\nlimit cpu 5\n", TrialLimits.None).Breach);
}
