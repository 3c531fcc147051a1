using Hypermax;

namespace HypermaxProject1;

/// <summary>What can be chosen, and between which bounds.</summary>
[SearchSpace]
public partial record Settings(
    [LogUniform(1, 1000)] int Size,
    [Uniform(0.0, 1.0)] double Share,
    [Choice("fast", "thorough")] string Mode);

/// <summary>What is to be made better.</summary>
public static partial class Training
{
    /// <summary>Says how good settings are; smaller is better. Replace the body by a measurement of your own.</summary>
    [Objective(Trials = 50)]
    public static double Measure(Settings settings) =>
        Math.Abs(Math.Log10(settings.Size) - 1.5) + Math.Pow(settings.Share - 0.25, 2) + (settings.Mode == "fast" ? 0.1 : 0);
}
