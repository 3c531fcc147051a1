using System.Globalization;
using Hypermax.Chaos.Cases;
using Hypermax.Conformance;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Chaos.Table;

/// <summary>Program by executor: what was recorded, after how many seconds, and what was left.</summary>
internal static class ChaosTable
{
    private static readonly ChaosTarget[] Targets = [ChaosTarget.InProcess, ChaosTarget.Worker, ChaosTarget.Command, ChaosTarget.Python, ChaosTarget.Remote];

    /// <summary>Runs the cases one after the other and prints a row for each.</summary>
    /// <param name="programs">The programs to run, or none for all.</param>
    /// <returns>0 when everything was recorded as it should and nothing was left, else 1.</returns>
    public static async Task<int> PrintAsync(IReadOnlyCollection<string> programs)
    {
        bool hasControlGroups = ControlGroup.Prefix("x") is not null;
        int wrong = 0;
        int runs = 0;
        Console.WriteLine("program              limit         executor    recorded      value    seconds  next  survivors");
        foreach (ChaosCase chaos in ChaosCases.All.Where(chaos => programs.Count == 0 || programs.Contains(chaos.Program)))
        {
            foreach (ChaosTarget target in Targets.Where(target => chaos.IsFor(target, hasControlGroups)))
            {
                ChaosResult result = await ChaosHarness.RunAsync(target, chaos);
                bool isRight = result.Outcome.State == chaos.State
                    && result.Outcome.Failure == chaos.Failure
                    && result.Recovered
                    && result.Survivors.Count == 0;
                runs++;
                wrong += isRight ? 0 : 1;
                string recorded = result.Outcome.State == TrialState.Failed ? result.Outcome.Failure.ToString() : result.Outcome.State.ToString();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{chaos.Program,-20} {Limit(chaos),-13} {target,-11} {recorded,-13} {result.Outcome.Value,-8:R} {result.Seconds,7:0.00}  "
                    + $"{(result.Recovered ? "ok" : "BAD"),-4}  "
                    + $"{result.Survivors.Count}{(isRight ? string.Empty : $"  WRONG, should be {chaos.State} {chaos.Failure}: {result.Outcome.Message}")}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs, {wrong} wrong"));
        return wrong == 0 ? 0 : 1;
    }

    private static string Limit(ChaosCase chaos) => string.Create(CultureInfo.InvariantCulture, $"{(chaos.Limits switch
    {
        { WallTime: { } wall } => $"wall {wall.TotalSeconds}s",
        { CpuTime: { } cpu } => $"cpu {cpu.TotalSeconds}s",
        { Silence: { } silence } => $"quiet {silence.TotalSeconds}s",
        { MemoryBytes: long memory } => $"{memory >> 20} MiB",
        { OutputBytes: long output } => $"{output / 1_000_000} MB out",
        _ => "-",
    })}");
}
