using Hypermax.Xunit;
using Xunit.Abstractions;

namespace Hypermax.Testing.Tests;

/// <summary>Tests as people write them, run by xunit itself.</summary>
/// <param name="output">What the searches say as well.</param>
/// <param name="pantry">Shared with the other tests of the class.</param>
public sealed class XunitTests(ITestOutputHelper output, XunitTests.Pantry pantry) : IClassFixture<XunitTests.Pantry>
{
    [Tune(Trials = 12, Target = 0.5, Seed = 2, Workers = 2)]
    [Trait("Kind", "search")]
    public async Task<double> Loss(Knobs knobs, TrialContext trial)
    {
        await Task.Yield();
        trial.SetMetric("pantry", pantry.Stock);
        Assert.NotNull(output);
        return knobs.Loss;
    }

    [Tune(Study = nameof(Kitchen.Quiet), Trials = 5)]
    public void Quiet(TestSearchResult result) => Assert.Equal(5, result.Trials);

    [TunedFact(nameof(Kitchen.Noisy))]
    public void Noisy(TunedVerdict verdict) => Assert.False(verdict.IsWorse);

    [TunedFact(typeof(Kitchen), nameof(Kitchen.Quiet))]
    public void StillGood() => output.WriteLine("the method is called when the values are as good as recorded");

    [Challenge(nameof(Kitchen.Noisy), Trials = 20, Fails = true)]
    public void Unbeaten(ChallengeVerdict verdict) => Assert.Null(verdict.Better);

    [Challenge(typeof(Kitchen), nameof(Kitchen.Outdone), Trials = 20)]
    public void Outdone(ChallengeVerdict verdict) => Assert.All(verdict.Better!.Files, file => Assert.True(File.Exists(file)));

    /// <summary>What tests share.</summary>
    public sealed class Pantry
    {
        public double Stock => 3;
    }
}
