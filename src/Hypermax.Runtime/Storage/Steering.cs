namespace Hypermax.Storage;

/// <summary>What a person told a study to do from a trial on: kept with the study so that a resumed search obeys it too.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="FromTrial">The number of the first trial it concerns.</param>
/// <param name="Parameter">The index of the parameter to fix or free; −1 for an enqueued point.</param>
/// <param name="Vector">For an enqueued point the point, for a fixed parameter its value alone, else empty.</param>
public sealed record Steering(SteeringKind Kind, int FromTrial, int Parameter, double[] Vector);
