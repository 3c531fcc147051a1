using System.Globalization;
using Hypermax.Numerics;

namespace Hypermax.Testing.Tests;

/// <summary>Objectives whose tuned files, beside this file, have what the tests of guards need.</summary>
public static class Kitchen
{
    /// <summary>Repeats, and is as good as recorded.</summary>
    [Objective]
    public static double Quiet(Knobs knobs) => knobs.Loss;

    /// <summary>Repeats, and is worse than recorded by 0.5.</summary>
    [Objective]
    public static double QuietWorse(Knobs knobs) => knobs.Loss + 0.5;

    /// <summary>Maximised, repeats, and is worse than recorded by 0.5.</summary>
    [Objective(Direction = Direction.Maximize)]
    public static double Gain(Knobs knobs) => 1 - knobs.Loss - 0.5;

    /// <summary>Spreads by 0.1 around what was recorded; draws follow the seed.</summary>
    [Objective]
    public static double Noisy(Knobs knobs, TrialContext trial) => 1 + knobs.Loss + (0.1 * Normal(trial));

    /// <summary>Spreads by 0.1 around 1 wherever it is evaluated, so nothing is better; two points of one seed share no noise.</summary>
    [Objective]
    public static double Flat(Knobs knobs, TrialContext trial) => 1 + (0.1 * NormalOf(knobs, trial));

    /// <summary>Spreads by 0.1 around 0.5 more than was recorded.</summary>
    [Objective]
    public static double NoisyWorse(Knobs knobs, TrialContext trial) => 1.5 + knobs.Loss + (0.1 * Normal(trial));

    /// <summary>As <see cref="NoisyWorse"/>, with a file that lists its values.</summary>
    [Objective]
    public static double Listed(Knobs knobs, TrialContext trial) => NoisyWorse(knobs, trial);

    /// <summary>Its file lists fewer values than it counts, and one is no number.</summary>
    [Objective]
    public static double Miscounted(Knobs knobs, TrialContext trial) => NoisyWorse(knobs, trial);

    /// <summary>Its file has no record of spread.</summary>
    [Objective]
    public static double Old(Knobs knobs) => knobs.Loss;

    /// <summary>Its file is of another space.</summary>
    [Objective]
    public static double Stale(Knobs knobs) => knobs.Loss;

    /// <summary>Has no file.</summary>
    [Objective]
    public static double Untuned(Knobs knobs) => knobs.Loss;

    /// <summary>Throws on the tuned values.</summary>
    [Objective(Name = "Broken")]
    public static double Throws(Knobs knobs) => throw new InvalidOperationException($"no oven for {knobs.N} cakes");

    /// <summary>Tells whether it runs in a process of its own.</summary>
    [Objective(TrialMemoryMegabytes = 4000)]
    public static double Apart(Knobs knobs) =>
        Environment.GetEnvironmentVariable("HYPERMAX_TESTS_PROCESS") == FormattableString.Invariant($"{Environment.ProcessId}") ? 1 : knobs.Loss;

    /// <summary>Repeats; its file has X = -0.75, where others are better by as much as 1. What it says of the end of a search holds at once.</summary>
    [Objective(Target = 10, Patience = 1)]
    public static double Beaten(Knobs knobs) => knobs.Loss;

    /// <summary>Maximised; its file has X = -0.75, where others are better by as much as 1.</summary>
    [Objective(Direction = Direction.Maximize)]
    public static double GainBeaten(Knobs knobs) => 1 - knobs.Loss;

    /// <summary>Spreads by 0.1; its file has X = -0.75, where others are better by as much as 1; two points of one seed share no noise.</summary>
    [Objective]
    public static double NoisyBeaten(Knobs knobs, TrialContext trial) => 1 + knobs.Loss + (0.1 * NormalOf(knobs, trial));

    /// <summary>As <see cref="Beaten"/>, for the tests that xunit runs: those of a study that run at the same time would share a folder.</summary>
    [Objective]
    public static double Outdone(Knobs knobs) => knobs.Loss;

    private static double NormalOf(Knobs knobs, TrialContext trial) =>
        new SeedStream(trial.Seed, knobs.N, knobs.X.ToString("R", CultureInfo.InvariantCulture)).NextNormal();

    private static double Normal(TrialContext trial)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - trial.Random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * trial.Random.NextDouble());
    }
}
