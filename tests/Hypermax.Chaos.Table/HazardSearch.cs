using System.Diagnostics;
using System.Globalization;
using Hypermax.Chaos.Cases;
using Hypermax.Conformance;

namespace Hypermax.Chaos.Table;

/// <summary>A search of a model that hangs on 5 %, crashes on 5 % and leaks on 5 % of its space; it must finish by itself.</summary>
internal static class HazardSearch
{
    /// <summary>Searches, and prints what was recorded for each kind of point.</summary>
    /// <param name="trials">How many trials.</param>
    /// <returns>0 when every outcome is the right one and nothing was left, else 1.</returns>
    public static async Task<int> RunAsync(int trials)
    {
        string mark = Guid.NewGuid().ToString("N");
        long start = Stopwatch.GetTimestamp();
        StudyResult result = await HazardStudy.RunAsync("random", trials, seed: 7, mark);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        int wrong = Print(result.Trials);
        int left = Survivors.Of(mark).Count;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Trials.Count} trials in {seconds:0.0} s, best {result.Best!.Value:R}, recorded otherwise than expected {wrong}, survivors {left}"));
        return wrong == 0 && left == 0 && result.Trials.Count == trials ? 0 : 1;
    }

    /// <summary>Prints how many points of each kind were recorded as what.</summary>
    /// <returns>How many trials were recorded otherwise than they should be.</returns>
    public static int Print(IReadOnlyList<TrialRecord> trials)
    {
        int wrong = 0;
        foreach (IGrouping<string, TrialRecord> group in trials.GroupBy(trial => Hazard.Kind(trial.Point[0])).OrderBy(
            group => group.Key, StringComparer.Ordinal))
        {
            foreach (IGrouping<string, TrialRecord> recorded in group.GroupBy(
                trial => trial.State == TrialState.Failed ? $"Failed {trial.Outcome!.Failure}" : trial.State.ToString()))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-6} {recorded.Count(),4}  {recorded.Key}"));
                wrong += recorded.Key == Expected(group.Key) || (recorded.Key == "Partial" && group.Key == "good") ? 0 : recorded.Count();
            }
        }

        return wrong;
    }

    private static string Expected(string kind) => kind switch
    {
        "hang" => "Failed WallTime",
        "crash" => "Failed ProcessDied",
        "leak" => "Failed Memory",
        _ => "Complete",
    };
}
