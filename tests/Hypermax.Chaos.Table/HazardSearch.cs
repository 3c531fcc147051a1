using System.Diagnostics;
using System.Globalization;
using Hypermax.Conformance.Executors;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Chaos.Table;

/// <summary>A search of a model that hangs on 5 %, crashes on 5 % and leaks on 5 % of its space; it must finish by itself.</summary>
internal static class HazardSearch
{
    public static async Task<int> RunAsync(int trials)
    {
        string mark = Guid.NewGuid().ToString("N");
        Dictionary<string, string?> variables = new(StringComparer.Ordinal) { [Survivors.Variable] = mark };
        long start = Stopwatch.GetTimestamp();
        StudyResult result;
        await using (WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(Built.Chaos, Built.Worker) with { Environment = variables }))
        {
            WorkerObjective hazard = workers.Objectives.Single(objective => objective.Name == "Hazard");
            Study study = Study.Create(hazard.Space, new StudyOptions { Trials = trials, Method = "random", Seed = 7, Workers = 2 });
            result = await study.RunAsync(workers.For("Hazard", new WorkerOptions { Limits = hazard.Limits with { Grace = TimeSpan.FromSeconds(0.1) } }));
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        int wrong = 0;
        foreach (IGrouping<string, TrialRecord> group in result.Trials.GroupBy(trial => Hazard.Kind(trial.Vector[0])).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (IGrouping<string, TrialRecord> recorded in group.GroupBy(trial => trial.State == TrialState.Failed ? $"Failed {trial.Outcome!.Failure}" : trial.State.ToString()))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-6} {recorded.Count(),4}  {recorded.Key}"));
                wrong += recorded.Key == Expected(group.Key) ? 0 : recorded.Count();
            }
        }

        int left = Survivors.Of(mark).Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Trials.Count} trials in {seconds:0.0} s, best {result.Best!.Value:R}, recorded otherwise than expected {wrong}, survivors {left}"));
        return wrong == 0 && left == 0 && result.Trials.Count == trials ? 0 : 1;
    }

    private static string Expected(string kind) => kind switch
    {
        "hang" => "Failed WallTime",
        "crash" => "Failed ProcessDied",
        "leak" => "Failed Memory",
        _ => "Complete",
    };
}
