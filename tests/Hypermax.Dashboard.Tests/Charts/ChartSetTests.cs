using Hypermax.Charts;
using Hypermax.Dashboard.Charts;
using Hypermax.Dashboard.Live;
using Hypermax.Tests;

namespace Hypermax.Dashboard.Tests.Charts;

public sealed class ChartSetTests
{
    [Fact]
    public void Chart_OfMadeUpNames_KeepsNothing()
    {
        ChartSet set = Set();
        Assert.NotNull(set.Get("history", ChartForm.Json));
        long before = GC.GetTotalMemory(forceFullCollection: true);

        for (int i = 0; i < 20_000; i++)
        {
            string name = i + new string('x', 1000);
            Assert.Null(set.Get(name, ChartForm.Json));
            Assert.Null(set.Get(name, ChartForm.Find("svg")!));
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 10_000_000);
        GC.KeepAlive(set);
    }

    [Fact]
    public void Chart_OfKeysThatPeopleChoose_KeepsTheLastOnly()
    {
        ChartSet set = Set();
        long before = GC.GetTotalMemory(forceFullCollection: true);

        for (int i = 0; i < 500; i++)
        {
            Assert.Equal(100_000, set.Once($"key {i}", () => new byte[100_000]).Length);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 10_000_000);
        GC.KeepAlive(set);
    }

    [Fact]
    public void Chart_AskedForAgain_IsTheSame()
    {
        ChartSet set = Set();
        ChartForm svg = ChartForm.Find("svg")!;

        Assert.Same(set.Get("history", ChartForm.Json), set.Get("history", ChartForm.Json));
        Assert.Same(set.Get("history", svg), set.Get("history", svg));
        Assert.Same(set.Once("a", () => [1]), set.Once("a", () => [2]));
    }

    // Forest has six parameters; reports show pairs of the four that matter most, and other ones at another moment.
    [Fact]
    public void Chart_OfAPairThatIsNoLongerListed_IsStillMade()
    {
        ChartSet set = Set();
        string[] listed = [.. set.All.Select(plan => plan.Name)];
        ChartPlan other = ChartCatalogue.List(set.Analysis).First(plan => plan.Parameters.Count == 2 && !listed.Contains(plan.Name));

        Assert.NotNull(set.Get(other.Name, ChartForm.Json));
        Assert.NotNull(set.Get(other.Name, ChartForm.Find("csv")!));
    }

    private static ChartSet Set()
    {
        (Storage.StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest(40);
        return new ChartSet(new StudyMoment { Version = 1, Header = header, Trials = trials }, string.Empty, _ => { });
    }
}
