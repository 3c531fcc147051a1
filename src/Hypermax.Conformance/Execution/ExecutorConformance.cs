using System.Globalization;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Xunit;

namespace Hypermax.Conformance;

/// <summary>What searches rely on in an executor; an executor joins with one class that derives from this one and creates it.</summary>
/// <remarks>
/// <para>Each test is a promise of <see cref="IExecutor"/> and says in its summary which. A failure names the promise, what the trial did and what was
/// recorded.</para>
/// <para>The trials are made by the suite, as a function of this process and as a program: see <see cref="ExecutorSetup"/>. An executor that keeps
/// limits derives from <see cref="LimitedExecutorConformance"/>, which contains this suite.</para>
/// </remarks>
public abstract class ExecutorConformance
{
    /// <summary>Gets whether trials have processes of their own. By default they do.</summary>
    protected virtual bool HasProcesses => true;

    /// <summary>Gets whether the executor passes on intermediate values. By default it does.</summary>
    protected virtual bool PassesReports => true;

    /// <summary>Gets how long an outcome may take before the suite says that it does not come. By default a minute.</summary>
    protected virtual TimeSpan Patience => TimeSpan.FromMinutes(1);

    /// <summary>Creates the executor; the suite disposes of it.</summary>
    /// <param name="setup">What its trials are.</param>
    protected abstract Task<IExecutor> CreateAsync(ExecutorSetup setup);

    /// <summary>A trial that gives a finite value is complete with exactly that value; 0 and negative ones are ordinary.</summary>
    [Fact]
    public Task GoodTrialCompletesWithItsValue() => UseAsync(async run =>
    {
        double[] values = [0.25, 0, -3.5, 0.1 + 0.2, 123456.789];
        for (int i = 0; i < values.Length; i++)
        {
            await run.CompleteAsync(values[i], number: i, "a trial that gives a finite value is complete with exactly that value").ConfigureAwait(false);
        }
    });

    /// <summary>A value that is not finite is a failure of kind <see cref="FailureKind.NotFinite"/>.</summary>
    [Fact]
    public Task ValueThatIsNotFiniteFails() => UseAsync(run =>
        run.FailAsync(TrialBehaviour.NotFinite, "a value that is not finite is a failure", FailureKind.NotFinite));

    /// <summary>A trial that throws, or whose program ends with an error, has failed and says why; no exception comes out of the executor.</summary>
    [Fact]
    public Task ThrowingTrialFails() => UseAsync(run => run.FailAsync(
        TrialBehaviour.Throws,
        "a trial that throws has failed and says why",
        FailureKind.Exception,
        FailureKind.ProcessDied,
        FailureKind.BadResult));

    /// <summary>A trial whose process is killed has failed with kind <see cref="FailureKind.ProcessDied"/>.</summary>
    [Fact]
    public Task DyingTrialFails() => HasProcesses
        ? UseAsync(run => run.FailAsync(TrialBehaviour.Dies, "a trial whose process is killed has failed", FailureKind.ProcessDied))
        : Task.CompletedTask;

    /// <summary>However a trial fails, the next one in its slot runs well.</summary>
    [Fact]
    public Task NextTrialRunsWellAfterAFailure() => UseAsync(async run =>
    {
        TrialBehaviour[] failures = [TrialBehaviour.NotFinite, TrialBehaviour.Throws, .. HasProcesses ? [TrialBehaviour.Dies] : Array.Empty<TrialBehaviour>()];
        for (int i = 0; i < failures.Length; i++)
        {
            await run.RunAsync(failures[i], 1, 2 * i, 0, CancellationToken.None).ConfigureAwait(false);
            await run.CompleteAsync(i, (2 * i) + 1, $"the trial after one that {Verb(failures[i])} runs well").ConfigureAwait(false);
        }
    });

    /// <summary>Trials that run at once keep their outcomes apart.</summary>
    [Fact]
    public Task TrialsAtOnceKeepTheirOutcomes() => UseAsync(run => Task.WhenAll(Enumerable.Range(0, run.Setup.Slots).Select(slot => Task.Run(async () =>
    {
        for (int round = 0; round < 3; round++)
        {
            int number = (3 * slot) + round;
            await run.CompleteAsync(number + 0.5, number, "trials that run at once keep their outcomes apart", slot).ConfigureAwait(false);
        }
    }))));

    /// <summary>A trial that takes long keeps no other slot from running.</summary>
    [Fact]
    public Task LongTrialKeepsNoOtherSlotWaiting() => UseAsync(async run =>
    {
        using CancellationTokenSource stop = new();
        Task<TrialOutcome> slow = run.RunAsync(TrialBehaviour.Waits, 1, 0, 0, stop.Token);
        await run.WaitForStartAsync().ConfigureAwait(false);
        await run.CompleteAsync(0.5, 1, "a trial that takes long keeps no other slot from running", slot: 1).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        run.RequireCancelled(await slow.ConfigureAwait(false), TrialBehaviour.Waits);
    });

    /// <summary>When the search has been stopped already, nothing is started and the outcome is <see cref="FailureKind.Cancelled"/>.</summary>
    [Fact]
    public Task NothingIsStartedOnceTheSearchHasStopped() => UseAsync(async run =>
    {
        TrialOutcome outcome = await run.RunAsync(TrialBehaviour.Completes, 1, 0, 0, new CancellationToken(canceled: true)).ConfigureAwait(false);

        run.RequireCancelled(outcome, TrialBehaviour.Completes);
        if (run.Setup.Started > 0)
        {
            throw run.Broken("when the search has been stopped already, nothing is started", "the trial began all the same");
        }
    });

    /// <summary>A trial that runs when the search is stopped ends without a value, as <see cref="FailureKind.Cancelled"/>; if need be without its
    /// cooperation.</summary>
    /// <param name="behaviour">What the trial does.</param>
    [Theory]
    [InlineData(TrialBehaviour.Waits)]
    [InlineData(TrialBehaviour.Ignores)]
    public Task StoppedTrialEndsWithoutAValue(TrialBehaviour behaviour) => UseAsync(async run =>
    {
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(0.3));
        run.RequireCancelled(await run.RunAsync(behaviour, 1, 0, 0, stop.Token).ConfigureAwait(false), behaviour);
    });

    /// <summary>Once the executor has been disposed of, no process of a trial is left, whatever the trial started.</summary>
    [Fact]
    public Task NoProcessIsLeft() => HasProcesses
        ? UseAsync(run => run.RunAsync(TrialBehaviour.Spawns, 0.5, 0, 0, CancellationToken.None))
        : Task.CompletedTask;

    /// <summary>Intermediate values are passed on as they come, once each and in order, and stand in the outcome.</summary>
    [Fact]
    public Task ReportsArriveInOrder() => PassesReports
        ? UseAsync(async run =>
        {
            const string Promise = "intermediate values are passed on once each and in order, and stand in the outcome";
            List<TrialReport> heard = [];
            bool Hear(TrialReport report)
            {
                lock (heard)
                {
                    heard.Add(report);
                }

                return false;
            }

            TrialOutcome outcome = await run.RunAsync(TrialBehaviour.Reports, 0.5, 0, 0, CancellationToken.None, Hear).ConfigureAwait(false);
            TrialReport[] right = [new(1, 0.5), new(2, 0.25), new(5, 0.125)];
            foreach ((string where, IEnumerable<TrialReport> found) in
                new[] { (nameof(TrialJob.Reported), (IEnumerable<TrialReport>)heard), (nameof(TrialOutcome.Reports), outcome.Reports) })
            {
                if (!found.SequenceEqual(right))
                {
                    throw run.Broken(Promise, $"the trial reports {Text(right)}", $"{where} has {Text(found)}");
                }
            }
        })
        : Task.CompletedTask;

    /// <summary>An executor may be disposed of twice.</summary>
    [Fact]
    public async Task MayBeDisposedOfTwice()
    {
        using ExecutorSetup setup = new(Quick);
        ExecutorRun run = new(await CreateAsync(setup).ConfigureAwait(false), setup, Patience);
        await run.DisposeAsync().ConfigureAwait(false);
        await run.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The limits of the suite's trials: none but a short grace, so that what has to be killed is killed soon.</summary>
    private protected static TrialLimits Quick { get; } = TrialLimits.None with { Grace = TimeSpan.FromSeconds(0.1) };

    private protected Task UseAsync(Func<ExecutorRun, Task> act) => UseAsync(Quick, act);

    private protected async Task UseAsync(TrialLimits limits, Func<ExecutorRun, Task> act)
    {
        using ExecutorSetup setup = new(limits);
        IExecutor executor = await CreateAsync(setup).ConfigureAwait(false);
        ExecutorRun run = new(executor, setup, Patience);
        try
        {
            await act(run).ConfigureAwait(false);
        }
        catch (ConformanceException)
        {
            // What was found is what counts; an executor that is broken may not end either.
            await Task.WhenAny(executor.DisposeAsync().AsTask(), Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None)).ConfigureAwait(false);
            throw;
        }

        await run.DisposeAsync().ConfigureAwait(false);
        IReadOnlyList<string> left = Survivors.Of(setup.Mark);
        if (left.Count > 0)
        {
            throw run.Broken(
                "once an executor has been disposed of, no process of its trials is left",
                $"left {(left.Count == 1 ? "is" : "are")}: {string.Join(", ", left)}",
                $"the last trial was one that {Verb(run.Last)}");
        }
    }

    internal static string Verb(TrialBehaviour behaviour) => behaviour switch
    {
        TrialBehaviour.Completes => "gives its value",
        TrialBehaviour.NotFinite => "gives NaN",
        TrialBehaviour.Throws => "throws",
        TrialBehaviour.Dies => "is killed",
        TrialBehaviour.Waits => "waits to be told to stop",
        TrialBehaviour.Ignores => "ignores that it is told to stop",
        TrialBehaviour.Spawns => "leaves a child process behind",
        _ => "reports three values",
    };

    private static string Text(IEnumerable<TrialReport> reports) => string.Join(
        ", ", reports.Select(report => string.Create(CultureInfo.InvariantCulture, $"{report.Value} at step {report.Step}")).DefaultIfEmpty("nothing"));
}
