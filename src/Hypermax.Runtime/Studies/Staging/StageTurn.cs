using Hypermax.Storage;

namespace Hypermax.Studies.Staging;

/// <summary>The stage that a trial belongs to.</summary>
/// <param name="Index">The place of the stage among all.</param>
/// <param name="Plan">The stage.</param>
/// <param name="FromTrial">The number of its first trial.</param>
/// <param name="Start">What it began with.</param>
internal sealed record StageTurn(int Index, StagePlan Plan, int FromTrial, StageStart Start);
