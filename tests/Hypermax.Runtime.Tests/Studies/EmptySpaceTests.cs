using Hypermax.Execution.InProcess;
using Hypermax.Execution.Repeats;
using Hypermax.Sampling;
using Hypermax.Studies;

namespace Hypermax.Tests.Studies;

/// <summary>A space without parameters has one point: it is tried, and then the space is used up.</summary>
public sealed class EmptySpaceTests : IDisposable
{
    private static readonly SearchSpace Empty = new("Empty", []);

    private static readonly InProcessExecutor Half = new((_, _) => Task.FromResult(0.5));

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-empty-").FullName;

    public static TheoryData<string> Methods => [.. Samplers.Names];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task RunAsync_NoParameters_OneTrialThenExhausted(string method)
    {
        using Study study = Study.Create(Empty, new StudyOptions { Method = method, Trials = 10, Workers = 2, Folder = _folder, StopAtNoise = true });

        StudyResult result = await study.RunAsync(Half);

        Assert.Equal(StopReason.Exhausted, result.Reason);
        Assert.Equal(0.5, Assert.Single(result.Trials).Value);
        Assert.Empty(result.Best!.Point);
    }

    [Fact]
    public async Task RunAsync_NoParametersGoneOnWith_NothingMore()
    {
        foreach (int trials in new[] { 5, 10 })
        {
            using Study study = Study.Create(Empty, new StudyOptions { Trials = trials, Folder = _folder });
            Assert.Single((await study.RunAsync(Half)).Trials);
        }
    }

    [Fact]
    public async Task RunAsync_NoParametersEachPointThreeTimes_TheMeanOfThree()
    {
        using Study study = Study.Create(Empty, new StudyOptions { Trials = 10, Repeats = new RepeatOptions { Times = 3 } });
        int evaluated = 0;

        StudyResult result = await study.RunAsync(new InProcessExecutor((_, _) => Task.FromResult((double)Interlocked.Increment(ref evaluated))));

        Assert.Equal(2, Assert.Single(result.Trials).Value);
        Assert.Equal(3, evaluated);
    }

    [Fact]
    public void Ask_NoParameters_TheOnePointThenNothing()
    {
        using Study study = Study.Create(Empty, new StudyOptions { Trials = 10 });

        study.Tell(study.Ask()!, 1);

        Assert.Null(study.Ask());
        Assert.Equal(1, study.Best!.Value);
    }
}
