namespace LearningCurves;

/// <summary>What a hidden unit makes of its input.</summary>
public enum Activation
{
    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>Zero below zero, and the input above.</summary>
    Relu,
}
