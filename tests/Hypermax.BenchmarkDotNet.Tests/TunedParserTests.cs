using TunedParser;

namespace Hypermax.Tests;

/// <summary>The sample's search for what a parser allocates, which does not depend on the load of the machine.</summary>
public sealed class TunedParserTests
{
    [Fact]
    public void Sum_AnyParameters_IsTheSame()
    {
        foreach (Strategy strategy in Enum.GetValues<Strategy>())
        {
            foreach (int size in new[] { 16, 17, 100, 65536 })
            {
                ParserBenchmark benchmark = new() { Parameters = new ParserParams(size, strategy) };
                benchmark.MakeTable();

                Assert.Equal(1999 * 1000 * 2.5 + 500 + Enumerable.Range(0, 2000).Sum(row => row % 7), benchmark.Sum(), 6);
            }
        }
    }

    [Fact]
    public async Task Search_ForAllocations_FindsSpansWithASmallBuffer()
    {
        using Study<ParserParams> study = Study.Create<ParserParams>(new StudyOptions { Trials = 30, Seed = 1 });

        StudyResult<ParserParams> found = await study.RunAsync((p, _) => Tuning.Allocations(p));

        double usual = Tuning.Allocations(new ParserParams());
        Assert.Equal(Strategy.Spans, found.BestParameters!.Strategy);
        Assert.InRange(found.BestValue!.Value, 1, usual / 100);
    }
}
