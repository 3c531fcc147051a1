using Hypermax;

/// <summary>What can be chosen, and between which bounds.</summary>
[SearchSpace]
public partial record HypermaxSpace1(
    [LogUniform(1, 1000)] int Size,
    [Uniform(0.0, 1.0)] double Share,
    [Choice("fast", "thorough")] string Mode);
