namespace Hypermax.Chaos;

/// <summary>An objective that behaves, and says all it can about itself.</summary>
public static class Echo
{
    /// <summary>Gets a space with a parameter of every kind and a branch.</summary>
    public static SearchSpace Space { get; } = new(
        "Echo",
        [
            new NumericParameter("rate", Law.LogUniform, 1e-6, 1),
            new NumericParameter("depth", Law.Uniform, 1, 20, isInteger: true),
            new CategoricalParameter("kind", ["a'b", "ä\"ö", true, 3L]),
            new NumericParameter("kind.extra", Law.Uniform, -1, 1, facts: new ParameterFacts { Conditions = [new Condition(2, 1, 1)] }),
        ]);

    /// <summary>Gets how many trials this process has run.</summary>
    public static int Calls { get; private set; }

    /// <summary>Adds up the point and reports everything.</summary>
    public static async Task<double> RunAsync(double[] vector, TrialContext trial)
    {
        await Task.Yield();
        Calls++;
        trial.SetMetric("depth", vector[1]);
        trial.SetMetric("unbounded", double.PositiveInfinity);
        trial.SetMetric("calls", Calls);
        trial.SetMetric("random", trial.Random.NextDouble());
        trial.SetAttribute("kind", "it's \"fine\"\n✓");
        trial.SetAttribute("slot", Environment.GetEnvironmentVariable("HYPERMAX_SLOT") ?? "none");
        trial.SetAttribute("base", AppContext.BaseDirectory);
        for (int step = 0; step < 3 && !trial.ShouldPrune; step++)
        {
            trial.Report(step * 0.5, step);
        }

        return vector[0] + vector[1] + vector[2] + (double.IsNaN(vector[3]) ? 100 : vector[3]);
    }
}
