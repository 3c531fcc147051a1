using System.Diagnostics;

namespace Hypermax.Chaos;

/// <summary>An objective that behaves, but says more about itself than anybody can keep, or what cannot be written down.</summary>
public static class Sayings
{
    /// <summary>Gets what it can say.</summary>
    public static IReadOnlyDictionary<string, Action<TrialContext>> All { get; } = new SortedDictionary<string, Action<TrialContext>>(StringComparer.Ordinal)
    {
        ["half-characters"] = trial =>
        {
            trial.SetAttribute("half", "a\udcffb");
            trial.SetAttribute("half \ud83d", "whole \ud83d\ude00");
            trial.SetMetric("metric \udc00", 1);
        },
        ["huge-attribute"] = trial => trial.SetAttribute("huge", new string('h', 80_000_000)),
        ["huge-name"] = trial => trial.SetMetric(new string('n', 1_000_000), 1),
        ["many-attributes"] = trial => Times(3000, i => trial.SetAttribute($"a{i}", "x")),
        ["many-long-attributes"] = trial => Times(100, i => trial.SetAttribute($"a{i}", new string('x', 60_000))),
        ["many-metrics"] = trial => Times(3000, i => trial.SetMetric($"m{i}", i)),
        ["many-reports"] = trial => Times(50_000, i => trial.Report(i, i % 20_000)),
        ["trace"] = trial =>
        {
            trial.SetAttribute("parent", Activity.Current?.ParentId ?? "none");
            trial.SetAttribute("program", Environment.GetEnvironmentVariable("TRACEPARENT") ?? "none");
        },
        ["no-text"] = trial => trial.SetAttribute("none", null!),
    };

    /// <summary>Gets a space whose one parameter chooses what is said.</summary>
    public static SearchSpace Space { get; } = new("Sayings", [new CategoricalParameter("what", All.Keys)]);

    /// <summary>Says it and evaluates well.</summary>
    public static Task<double> RunAsync(double[] vector, TrialContext trial)
    {
        All[(string)((CategoricalParameter)Space.Parameters[0]).Choices[(int)vector[0]]](trial);
        return Task.FromResult(0.5);
    }

    private static void Times(int count, Action<int> action)
    {
        for (int i = 0; i < count; i++)
        {
            action(i);
        }
    }
}
