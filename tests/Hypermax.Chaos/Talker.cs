namespace Hypermax.Chaos;

/// <summary>An objective that reports for as long as it may.</summary>
public static class Talker
{
    /// <summary>Gets its space: one point.</summary>
    public static SearchSpace Space { get; } = new("Talker", []);

    /// <summary>Reports until it is stopped.</summary>
    public static Task<double> RunAsync(double[] vector, TrialContext trial)
    {
        for (long step = 0; ; step++)
        {
            trial.Report(0.5, step);
        }
    }
}
