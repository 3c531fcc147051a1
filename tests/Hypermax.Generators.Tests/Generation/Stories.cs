namespace Hypermax.Generators.Tests.Generation;

/// <summary>Sources that several tests share.</summary>
public static class Stories
{
    /// <summary>The first story of the design: a record of mixed kinds with a conditional branch, and its objective.</summary>
    public const string Forest = """
        using Hypermax;

        namespace App;

        /// <summary>How a forest is grown.</summary>
        /// <param name="Trees">How many trees there are.</param>
        /// <param name="MaxDepth">The longest <c>path</c> of a <see cref="Booster"/>.</param>
        [SearchSpace]
        public partial record ForestParams(
            [LogUniform(1, 1000)] int Trees,
            [Uniform(0.1, 1.0, Unit = "1")] double FeatureFraction,
            [Uniform(2, 32, Default = 6)] int MaxDepth,
            [Choice("gini", "entropy")] string Criterion,
            bool Bootstrap,
            Kernel Kernel,
            Booster Booster);

        public enum Kernel { Linear, Rbf, Poly }

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed partial record None : Booster;
            public sealed partial record Gradient([LogUniform(1e-3, 0.5)] double LearningRate) : Booster;
        }

        public static partial class Training
        {
            [Objective(Trials = 200, Direction = Direction.Minimize)]
            public static double Train(ForestParams p, TrialContext trial) => p.FeatureFraction;
        }
        """;

    public const string ForestTuned = """
        {
          "format": 1,
          "study": "Train",
          "space": "5f2c9a1d03b7e846",
          "value": 0.0412,
          "direction": "minimize",
          "trial": 173,
          "trials": 200,
          "seed": 0,
          "method": "tpe",
          "version": "0.1.0",
          "parameters": {
            "Trees": 412,
            "FeatureFraction": 0.31,
            "MaxDepth": 14,
            "Criterion": "entropy",
            "Bootstrap": true,
            "Kernel": "Poly",
            "Booster": "Gradient",
            "Booster.Gradient.LearningRate": 0.031
          }
        }
        """;

    /// <summary>An objective of several figures, some of them bounded, and one that is only recorded.</summary>
    public const string Figures = """
        using Hypermax;

        namespace App;

        [SearchSpace]
        public partial record Cache([UniformInt(1, 64)] int Ways, [LogUniform(1, 1000)] int Lines);

        /// <summary>What a cache reaches.</summary>
        public record Outcome([Minimize] double Misses, [Maximize, Constraint(AtLeast = 0.5)] float Throughput, [Constraint(AtMost = 20)] double P99, int Lines)
        {
            [Constraint(AtMost = 512, AtLeast = 1e-3)]
            public double MemoryMb => Lines / 16.0;

            public string Note => "";
        }

        public static partial class Training
        {
            [Objective(Trials = 50)]
            public static Outcome Run(Cache p) => new(p.Ways, p.Lines, 1, p.Lines);

            [Objective]
            public static async ValueTask<Outcome> RunAsync(Cache p, TrialContext trial)
            {
                await Task.Yield();
                return Run(p);
            }
        }
        """;
}
