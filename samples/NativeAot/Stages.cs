using Hypermax;

/// <summary>One stage, or two that damp each other.</summary>
[SearchSpace]
public abstract partial record Stages
{
    /// <summary>A single stage.</summary>
    public sealed partial record One : Stages;

    /// <summary>Two stages.</summary>
    public sealed partial record Two([Uniform(0.5, 2)] double Damping) : Stages;
}
