using Hypermax.Sampling;

namespace Hypermax.Studies.Staging;

/// <summary>How the points of a stage are found: where, and by which sampler.</summary>
/// <param name="Area">Where.</param>
/// <param name="Sampler">The sampler.</param>
internal sealed record StageSearch(SearchArea Area, ISampler Sampler);
