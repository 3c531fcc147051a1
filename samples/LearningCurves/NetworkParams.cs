using Hypermax;

namespace LearningCurves;

/// <summary>Everything about the network and its training that is worth searching.</summary>
/// <param name="LearningRate">The step of gradient descent.</param>
/// <param name="Units">The number of hidden units.</param>
/// <param name="Momentum">How much of the last step goes into the next one.</param>
/// <param name="WeightDecay">How strongly weights are pulled to zero.</param>
/// <param name="BatchSize">How many cases make one step.</param>
/// <param name="Activation">What a hidden unit makes of its input.</param>
/// <param name="InputScale">What the inputs are multiplied with.</param>
[SearchSpace]
public partial record NetworkParams(
    [LogUniform(1e-4, 1, Default = 0.01)] double LearningRate,
    [LogUniform(4, 64, Default = 16)] int Units,
    [Uniform(0, 0.95, Default = 0.9)] double Momentum,
    [LogUniform(1e-7, 1e-1, Default = 1e-4)] double WeightDecay,
    [Choice(8, 16, 32, 64, Default = 32)] int BatchSize,
    Activation Activation,
    [LogUniform(0.1, 10, Default = 1)] double InputScale);
