using Hypermax.Spaces.Ranges;

namespace Hypermax.Storage;

/// <summary>What a stage of a study began with; kept with the study, so that it is the same however often the search is interrupted.</summary>
/// <param name="Name">The name of the stage.</param>
public sealed record StageStart(string Name)
{
    /// <summary>Gets the number of the best trial at that time, whose values parameters have that are not searched; null when there was none.</summary>
    public int? Best { get; init; }

    /// <summary>Gets the ranges in which points are proposed; parameters without one keep theirs.</summary>
    public IReadOnlyList<ParameterRange> Ranges { get; init; } = [];
}
