using Hypermax.Conformance;
using System.Diagnostics;
using Hypermax.Execution;

namespace Hypermax.Chaos.Cases;

/// <summary>Runs a chaos program through an executor and looks at what is left.</summary>
public static class ChaosHarness
{
    /// <summary>Runs one case.</summary>
    /// <param name="target">The kind of executor.</param>
    /// <param name="chaos">The case.</param>
    public static async Task<ChaosResult> RunAsync(ChaosTarget target, ChaosCase chaos)
    {
        string mark = Guid.NewGuid().ToString("N");
        string folder = Path.Combine(Path.GetTempPath(), "hypermax-chaos-" + mark);
        try
        {
            (IExecutor executor, SearchSpace space, IExecutor unlimited) = await ChaosBench.StartAsync(target, chaos.Limits, mark);
            TrialOutcome outcome;
            double seconds;
            bool recovered;
            await using (executor)
            {
                long start = Stopwatch.GetTimestamp();
                outcome = await executor.RunAsync(Job(space, chaos.Program, 0, folder), CancellationToken.None);
                seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

                // Where every trial has a process of its own there is nothing to recover from. Without limits, for on a busy
                // machine a new process may need longer than a short one allows.
                recovered = !(ChaosTarget.InProcess | ChaosTarget.Worker).HasFlag(target)
                    || await unlimited.RunAsync(Job(space, "good", 1, folder), CancellationToken.None) is { State: TrialState.Complete, Value: 0.25 };
            }

            return new ChaosResult(outcome, seconds, recovered, Survivors.Of(mark));
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Makes the job of a program.</summary>
    /// <param name="space">The space of the executor.</param>
    /// <param name="program">The program.</param>
    /// <param name="number">The number of the trial.</param>
    /// <param name="folder">The study folder, or null.</param>
    public static TrialJob Job(SearchSpace space, string program, int number, string? folder) => new()
    {
        Number = number,
        Space = space,
        Point = [((CategoricalParameter)space.Parameters[0]).IndexOf(program)],
        Seed = 1,
        StudyFolder = folder,
    };
}
