using System.Globalization;
using Hypermax.Execution;

namespace Hypermax.Conformance;

/// <summary>Runs trials of the suite through an executor and looks at what is recorded.</summary>
internal sealed class ExecutorRun(IExecutor executor, ExecutorSetup setup, TimeSpan patience)
{
    public ExecutorSetup Setup => setup;

    /// <summary>Gets what the trial did that was started last.</summary>
    public TrialBehaviour Last { get; private set; }

    /// <summary>Runs a trial; whatever comes of it, it is an outcome that makes sense.</summary>
    public async Task<TrialOutcome> RunAsync(
        TrialBehaviour behaviour, double value, int number, int slot, CancellationToken cancellation, Func<TrialReport, bool>? reported = null)
    {
        Last = behaviour;
        TrialJob job = setup.JobOf(behaviour, value, number, slot, reported);
        Task<TrialOutcome> work = Task.Run(() => executor.RunAsync(job, cancellation), CancellationToken.None);
        TrialOutcome outcome;
        try
        {
            outcome = await work.WaitAsync(patience, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            string seconds = patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            throw Broken($"a trial that {ExecutorConformance.Verb(behaviour)} comes to an outcome", $"there was none after {seconds} s");
        }
        catch (Exception error)
        {
            throw Broken(
                $"whatever a trial does, {nameof(IExecutor.RunAsync)} returns an outcome and throws nothing",
                $"a trial that {ExecutorConformance.Verb(behaviour)} came out as {error}");
        }

        RequireSense(outcome, behaviour, job);
        return outcome;
    }

    /// <summary>Waits until a trial has begun, or long enough where programs run that do not say so.</summary>
    public async Task WaitForStartAsync()
    {
        for (int look = 0; look < 200 && setup.Started == 0; look++)
        {
            await Task.Delay(10, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public async Task CompleteAsync(double value, int number, string promise, int slot = 0)
    {
        TrialOutcome outcome = await RunAsync(TrialBehaviour.Completes, value, number, slot, CancellationToken.None).ConfigureAwait(false);
        if (outcome.State != TrialState.Complete || !outcome.Value.Equals(value))
        {
            throw Broken(promise, string.Create(CultureInfo.InvariantCulture, $"the trial gives {value:R}"), $"recorded: {Text(outcome)}");
        }
    }

    public async Task FailAsync(TrialBehaviour behaviour, string promise, params FailureKind[] kinds)
    {
        for (int number = 0; number < 2; number++)
        {
            TrialOutcome outcome = await RunAsync(behaviour, 1, number, 0, CancellationToken.None).ConfigureAwait(false);
            if (outcome.State != TrialState.Failed || !kinds.Contains(outcome.Failure) || !double.IsNaN(outcome.Value))
            {
                throw Broken(
                    promise,
                    $"a trial that {ExecutorConformance.Verb(behaviour)} should be Failed without a value, of kind {string.Join(" or ", kinds)}",
                    $"recorded: {Text(outcome)}");
            }
        }
    }

    public void RequireCancelled(TrialOutcome outcome, TrialBehaviour behaviour)
    {
        if (outcome.Failure != FailureKind.Cancelled || !double.IsNaN(outcome.Value))
        {
            throw Broken(
                $"a trial that the end of the search stops has no value and the kind {nameof(FailureKind.Cancelled)}",
                $"the trial was one that {ExecutorConformance.Verb(behaviour)}",
                $"recorded: {Text(outcome)}");
        }
    }

    /// <summary>Disposes of the executor, which ends and throws nothing however often it is done.</summary>
    public async Task DisposeAsync()
    {
        const string Promise = "an executor may be disposed of, twice too, and then ends";
        Task work = Task.Run(() => executor.DisposeAsync().AsTask(), CancellationToken.None);
        try
        {
            await work.WaitAsync(patience, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            throw Broken(Promise, string.Create(CultureInfo.InvariantCulture, $"it had not ended after {patience.TotalSeconds} s"));
        }
        catch (Exception error)
        {
            throw Broken(Promise, $"it threw {error}");
        }
    }

    public ConformanceException Broken(string promise, params IEnumerable<string> shown) => new(executor.GetType().Name, promise, shown);

    public static string Text(TrialOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{outcome.State}, {outcome.Failure}, value {outcome.Value:R}{(outcome.Message is null ? string.Empty : $", «{outcome.Message}»")}");

    private void RequireSense(TrialOutcome outcome, TrialBehaviour behaviour, TrialJob job)
    {
        string? fault = outcome switch
        {
            { State: TrialState.Running } => "the trial has ended, so it is not Running",
            { State: TrialState.Complete, HasValue: false } => "a complete trial has a finite value",
            { State: TrialState.Complete, Failure: not FailureKind.None } => "a complete trial has no kind of failure",
            { State: TrialState.Failed, Failure: FailureKind.None } => "a failed trial has a kind of failure",
            { State: TrialState.Failed } when string.IsNullOrWhiteSpace(outcome.Message) => "a failed trial says why, for people",
            { Log: { } log } when job.StudyFolder is null || !File.Exists(Path.Combine(job.StudyFolder, log)) =>
                $"a log that is named lies in the study folder; there is no '{log}'",
            _ => null,
        };
        if (fault is not null)
        {
            throw Broken(
                $"an outcome makes sense: {fault}", $"of a trial that {ExecutorConformance.Verb(behaviour)} was recorded: {Text(outcome)}");
        }
    }
}
