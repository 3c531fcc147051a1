using Hypermax.Chaos.Cases;
using Hypermax.Conformance;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Settings;

namespace Hypermax.Chaos.Table;

/// <summary>The search of the hazardous model, in worker processes, two trials at once.</summary>
internal static class HazardStudy
{
    /// <summary>How many trials run at once.</summary>
    public const int Workers = 2;

    /// <summary>The word for a search in stages, in the place of a schedule.</summary>
    public const string Staged = "stages";

    /// <summary>Runs the search to its end.</summary>
    /// <param name="method">The method of search.</param>
    /// <param name="trials">How many trials it has in all.</param>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="mark">What all its processes carry in the environment variable <see cref="Survivors.Variable"/>.</param>
    /// <param name="folder">Where the study is kept, or null for memory; a study found there is gone on with.</param>
    /// <param name="schedule">What gives budgets to trials, <see cref="Staged"/>, or null where there are neither.</param>
    /// <param name="told">What is called with every trial after it was told, or null.</param>
    public static async Task<StudyResult> RunAsync(
        string method, int trials, long seed, string mark, string? folder = null, string? schedule = null, Action<TrialRecord>? told = null)
    {
        Dictionary<string, string?> variables = new(StringComparer.Ordinal) { [Survivors.Variable] = mark };
        await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(
            WorkerCommand.For(Built.Chaos, Built.Worker) with { Environment = variables });
        WorkerObjective hazard = workers.Objectives.Single(objective => objective.Name == "Hazard");
        using Study study = Study.Create(hazard.Space, new StudyOptions
        {
            Trials = trials,
            Method = method,
            Fidelity = schedule is null or Staged ? null : new Fidelity(1, 9),
            Schedule = schedule is Staged ? null : schedule,
            Stages = schedule is Staged ? Stage.Parse("random 6; tpe 5 narrow 50%; last: evolution 10 vary 1") : [],
            Seed = seed,
            Workers = Workers,
            Folder = folder,
            AfterTrial = told,

            // A worker that somebody kills looks like one that crashed; what crashes by itself crashes again.
            Retry = new RetryPolicy(2, new HashSet<FailureKind> { FailureKind.ProcessDied }),
            OrphanRetries = int.MaxValue,
        });
        return await study.RunAsync(
            workers.For(
                "Hazard", new WorkerOptions { Limits = LimitSettings.Read(hazard.Settings, new Violations()) with { Grace = TimeSpan.FromSeconds(0.1) } }));
    }
}
