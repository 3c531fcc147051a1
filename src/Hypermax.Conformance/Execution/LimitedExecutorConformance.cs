using System.Globalization;
using Hypermax.Execution.Limits;
using Xunit;

namespace Hypermax.Conformance;

/// <summary>What searches rely on in an executor that keeps limits; contains <see cref="ExecutorConformance"/>.</summary>
public abstract class LimitedExecutorConformance : ExecutorConformance
{
    private const double KillLoss = 99;

    /// <summary>A trial that outlives its wall time is ended, if need be without its cooperation, and has the recorded penalty as its value.</summary>
    /// <param name="behaviour">What the trial does.</param>
    [Theory]
    [InlineData(TrialBehaviour.Waits)]
    [InlineData(TrialBehaviour.Ignores)]
    public Task TrialIsEndedAtItsWallTime(TrialBehaviour behaviour) => UseAsync(Quick with { WallTime = Short, KillLoss = KillLoss }, run =>
        RequireEndedAsync(run, behaviour, KillLoss));

    /// <summary>Without a penalty a trial that outlives its wall time has no value.</summary>
    [Fact]
    public Task TrialWithoutAPenaltyHasNoValue() => UseAsync(Quick with { WallTime = Short }, run =>
        RequireEndedAsync(run, TrialBehaviour.Waits, double.NaN));

    /// <summary>A trial that is far from its limits is not touched by them.</summary>
    [Fact]
    public Task TrialWithinItsLimitsCompletes() => UseAsync(Quick with { WallTime = TimeSpan.FromMinutes(10), KillLoss = KillLoss }, run =>
        run.CompleteAsync(0.5, 0, "a trial that is far from its limits is not touched by them"));

    // No trial of these tests has to come to anything before its limit, so that a slow machine changes nothing.
    private static TimeSpan Short => TimeSpan.FromSeconds(0.6);

    private static async Task RequireEndedAsync(ExecutorRun run, TrialBehaviour behaviour, double penalty)
    {
        TrialOutcome outcome = await run.RunAsync(behaviour, 1, 0, 0, CancellationToken.None).ConfigureAwait(false);
        if (outcome.State != TrialState.Failed || outcome.Failure != FailureKind.WallTime || !outcome.Value.Equals(penalty))
        {
            throw run.Broken(
                $"a trial that outlives its wall time is ended with kind {nameof(FailureKind.WallTime)} and the penalty as its value",
                string.Create(CultureInfo.InvariantCulture, $"the trial was one that {Verb(behaviour)}, the penalty is {penalty:R}"),
                $"recorded: {ExecutorRun.Text(outcome)}");
        }
    }
}
