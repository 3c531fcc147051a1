namespace Hypermax.Sampling.GaussianProcess.Several;

/// <summary>What the models say at one moment.</summary>
/// <param name="Features">The coordinates that they are asked in.</param>
/// <param name="Acquisition">What is to be gained at a point.</param>
/// <param name="Front">The rows of the history that no other beats as the models believe; those least infeasible where none is feasible.</param>
internal sealed record EnsembleView(GpFeatures Features, IAcquisition Acquisition, int[] Front);
