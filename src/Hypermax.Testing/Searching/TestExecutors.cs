using System.Reflection;
using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Limits;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Testing.Objectives;

namespace Hypermax.Testing.Searching;

/// <summary>Chooses where the trials of a test run: in the process of the tests, or in one of their own where a setting asks for it.</summary>
internal static class TestExecutors
{
    /// <summary>Makes an executor in the process of the tests.</summary>
    /// <param name="objective">Evaluates a point.</param>
    /// <param name="plan">What trials may use.</param>
    /// <param name="say">Takes lines for the output of the test.</param>
    /// <exception cref="HypermaxAssertException">A setting needs a process of the trial's own.</exception>
    public static IExecutor InProcess(Func<Point, TrialContext, Task<double>> objective, SearchPlan plan, Action<string> say)
    {
        RequireOwn(plan);
        return new InProcessExecutor(objective, new InProcessOptions { Limits = plan.Limits, LeftBehind = say });
    }

    /// <summary>Makes an executor for a declared objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="plan">What trials may use.</param>
    /// <param name="tests">The assembly of the tests.</param>
    /// <param name="say">Takes lines for the output of the test.</param>
    /// <param name="stop">Ends the start of a process early.</param>
    public static async Task<IExecutor> OfAsync(DeclaredObjective objective, SearchPlan plan, Assembly tests, Action<string> say, CancellationToken stop)
    {
        if (!ProcessSettings(plan).Any())
        {
            InProcessOptions here = new() { Limits = plan.Limits, LeftBehind = say };
            return objective.Descriptor.Goals.Count > 0
                ? InProcessExecutor.OfValues(objective.EvaluateAll, here)
                : new InProcessExecutor(objective.Evaluate, here);
        }

        WorkerOptions options = ExecutorSettings.Workers(plan.Settings, plan.Limits, new Violations());
        WorkerProcessExecutor workers =
            await WorkerProcessExecutor.StartAsync(WorkerPlace.CommandFor(objective.Assembly, tests), options, stop).ConfigureAwait(false);
        return new OwnedExecutor(workers.For(objective.Study, options), workers);
    }

    private static void RequireOwn(SearchPlan plan)
    {
        if (ProcessSettings(plan).ToArray() is { Length: > 0 } needing)
        {
            throw new HypermaxAssertException($"{string.Join(" and ", needing.Select(setting => $"'{plan.Settings.NameOf(setting)}'"))} of "
                + $"'{plan.Options.Name}' needs a process for the trials, but the instance of a test lives in the process of the tests. Put the loss into "
                + "a static method with [Objective] and name it: [Tune(Study = nameof(…))]; or leave the setting out.");
        }
    }

    private static IEnumerable<Setting> ProcessSettings(SearchPlan plan)
    {
        Setting[] all =
        [
            TrialSettings.TrialCpuSeconds, TrialSettings.TrialMemoryMegabytes, TrialSettings.TrialGpuMegabytes,
            TrialSettings.TrialOutputMegabytes, TrialSettings.SystemMemoryPercent, TrialSettings.FreshProcess, TrialSettings.Gpus, TrialSettings.SlotCores,
        ];
        return plan.Settings.Given.Where(given => given.Value.Value is not (null or false) && all.Contains(given.Key)).Select(given => given.Key);
    }

    // Disposing of the view of a pool does nothing, and the pool is this search's own.
    private sealed class OwnedExecutor(IExecutor view, WorkerProcessExecutor pool) : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => view.RunAsync(job, cancellation);

        public ValueTask DisposeAsync() => pool.DisposeAsync();
    }
}
