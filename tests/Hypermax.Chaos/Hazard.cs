namespace Hypermax.Chaos;

/// <summary>A model that hangs on 5 %, crashes on 5 % and leaks on 5 % of its space.</summary>
public static class Hazard
{
    /// <summary>Gets the space.</summary>
    public static SearchSpace Space { get; } = new("Hazard", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, -1, 1)]);

    /// <summary>Evaluates a point that does not lie in one of the bad strips, in 10 to 30 ms.</summary>
    public static async Task<double> RunAsync(double[] vector, TrialContext trial)
    {
        switch (Kind(vector[0]))
        {
            case "hang":
                return ChaosPrograms.All["sleeps"](trial.Cancellation);
            case "crash":
                return ChaosPrograms.All["segfault"](trial.Cancellation);
            case "leak":
                return ChaosPrograms.All["eats-fast"](trial.Cancellation);
            default:
                await Task.Delay(TimeSpan.FromMilliseconds(20 + (10 * vector[1])));

                // Nearly flat along x, with valleys that lead into the bad strips, so that a method that learns meets them too.
                return (0.01 * Math.Cos((40 * vector[0]) - 1.86)) + (vector[1] * vector[1]);
        }
    }

    /// <summary>Tells what happens at a point: hang, crash, leak or good.</summary>
    public static string Kind(double x) => x switch
    {
        > 0.10 and < 0.15 => "hang",
        > 0.40 and < 0.45 => "crash",
        > 0.80 and < 0.85 => "leak",
        _ => "good",
    };
}
