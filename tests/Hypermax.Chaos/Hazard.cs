namespace Hypermax.Chaos;

/// <summary>A model that hangs on 5 %, crashes on 5 % and leaks on 5 % of its space.</summary>
public static class Hazard
{
    /// <summary>Gets the space.</summary>
    public static SearchSpace Space { get; } = new("Hazard", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, -1, 1)]);

    /// <summary>Evaluates a point that does not lie in one of the bad strips.</summary>
    public static Task<double> RunAsync(double[] vector, TrialContext trial) => Task.FromResult(Kind(vector[0]) switch
    {
        "hang" => ChaosPrograms.All["sleeps"](trial.Cancellation),
        "crash" => ChaosPrograms.All["segfault"](trial.Cancellation),
        "leak" => ChaosPrograms.All["eats-fast"](trial.Cancellation),
        _ => Math.Pow(vector[0] - 0.7, 2) + Math.Pow(vector[1], 2),
    });

    /// <summary>Tells what happens at a point: hang, crash, leak or good.</summary>
    public static string Kind(double x) => x switch
    {
        > 0.10 and < 0.15 => "hang",
        > 0.40 and < 0.45 => "crash",
        > 0.80 and < 0.85 => "leak",
        _ => "good",
    };
}
