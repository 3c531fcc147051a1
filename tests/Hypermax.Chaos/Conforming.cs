namespace Hypermax.Chaos;

/// <summary>What the conformance suite for executors asks of a trial, as an objective of a worker.</summary>
public static class Conforming
{
    private static readonly Dictionary<string, Action<TrialContext>> Acts = new(StringComparer.Ordinal)
    {
        ["completes"] = _ => { },
        ["notFinite"] = _ => { },
        ["throws"] = Do("throws"),
        ["dies"] = Do("kills-itself"),
        ["waits"] = Do("obeys"),
        ["ignores"] = Do("ignores-sigterm"),
        ["spawns"] = Do("grandchild-outlives"),
        ["reports"] = Report,
    };

    /// <summary>Gets the space, which is the suite's.</summary>
    public static SearchSpace Space { get; } = new(
        "trials", [new CategoricalParameter("behaviour", Acts.Keys), new NumericParameter("value", Law.Uniform, -1e6, 1e6)]);

    /// <summary>Does what a point says.</summary>
    public static Task<double> RunAsync(double[] vector, TrialContext trial)
    {
        string behaviour = (string)((CategoricalParameter)Space.Parameters[0]).Choices[(int)vector[0]];
        Acts[behaviour](trial);
        return Task.FromResult(behaviour == "notFinite" ? double.NaN : vector[1]);
    }

    private static Action<TrialContext> Do(string program) => trial => ChaosPrograms.All[program](trial.Cancellation);

    private static void Report(TrialContext trial)
    {
        trial.Report(0.5, 1);
        trial.Report(0.25, 2);
        trial.Report(0.125, 5);
    }
}
