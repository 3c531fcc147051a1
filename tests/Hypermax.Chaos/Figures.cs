namespace Hypermax.Chaos;

/// <summary>An objective of two figures and a constraint, as the generator writes it.</summary>
public static class Figures
{
    /// <summary>Gets a space of one number.</summary>
    public static SearchSpace Space { get; } = new("Figures", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    /// <summary>Gives x and its complement, and ten times x for the constraint.</summary>
    public static Task<double[]> RunAsync(double[] vector, TrialContext trial)
    {
        trial.Constrain("p99", 10 * vector[0]);
        return Task.FromResult(new[] { vector[0], 1 - vector[0] });
    }
}
