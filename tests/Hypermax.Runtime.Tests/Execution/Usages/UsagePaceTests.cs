using Hypermax.Execution.Usages;

namespace Hypermax.Tests.Execution.Usages;

public sealed class UsagePaceTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly UsagePace _pace = new();

    [Fact]
    public void IsDue_AtFirst_IsAtOnce() => Assert.True(_pace.IsDue([Usage(1, 100)]));

    [Fact]
    public void IsDue_OfAStepOfMemory_IsBeforeThatOfTheSameMemory()
    {
        // Whatever else the machine does: at the moment when the step is due, the same as before is not, as long as no second has passed.
        int first = Enumerable.Range(0, 20).Count(_ =>
        {
            _pace.Tell([Usage(1, 1000)], () => { });
            Assert.True(SpinWait.SpinUntil(() => _pace.IsDue([Usage(1, 1100)]), Longest));
            return !_pace.IsDue([Usage(1, 1010)]);
        });

        Assert.InRange(first, 1, 20);
    }

    [Fact]
    public void IsDue_OfTheSameMemory_IsAfterAWhile()
    {
        _pace.Tell([Usage(1, 1000)], () => { });

        Assert.True(SpinWait.SpinUntil(() => _pace.IsDue([Usage(1, 1000)]), Longest));
    }

    [Fact]
    public void IsDue_OfATrialThatWasNotThere_IsAsOfAStep()
    {
        int first = Enumerable.Range(0, 20).Count(_ =>
        {
            _pace.Tell([Usage(1, 1000)], () => { });
            Assert.True(SpinWait.SpinUntil(() => _pace.IsDue([Usage(1, 1000), Usage(2, 1)]), Longest));
            return !_pace.IsDue([Usage(1, 1000)]);
        });

        Assert.InRange(first, 1, 20);
    }

    [Fact]
    public void IsDue_AfterTellingWasSlow_WaitsForAsLongAsThatIsASmallShare()
    {
        long slow = 0;
        int late = Enumerable.Range(0, 3).Count(_ =>
        {
            _pace.Tell([Usage(1, 1000)], () => Thread.Sleep(60));
            _pace.Tell([Usage(1, 1000)], () => Thread.Sleep(60));
            Thread.Sleep(300);
            return !_pace.IsDue([Usage(1, ++slow * 5000)]);
        });

        Assert.InRange(late, 1, 3);
    }

    [Fact]
    public void Tell_ThatFails_HarmsNobodyAndWaitsLonger()
    {
        _pace.Tell([Usage(1, 1000)], () => throw new IOException("full"));

        Assert.False(_pace.IsDue([Usage(1, 5000)]));
    }

    private static RunningUsage Usage(int number, long bytes) => new(number, 1, 1, bytes, bytes);
}
