namespace Hypermax.Chaos;

/// <summary>An objective that reports for as long as it may.</summary>
public static class Talker
{
    /// <summary>Gets its space, which does not matter.</summary>
    public static SearchSpace Space { get; } = new("Talker", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    /// <summary>Reports until it is stopped.</summary>
    public static Task<double> RunAsync(double[] vector, TrialContext trial)
    {
        for (long step = 0; ; step++)
        {
            trial.Report(0.5, step);
        }
    }
}
