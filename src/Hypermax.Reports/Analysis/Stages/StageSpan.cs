namespace Hypermax.Analysis.Stages;

/// <summary>Trials that follow each other and were drawn in one way.</summary>
/// <param name="First">The first of them, counted among all that were looked at.</param>
/// <param name="End">The one after the last.</param>
/// <param name="IsRandom">Whether they fill their ranges evenly, as random search does and an optimiser does not.</param>
/// <param name="Narrowed">The parameters of which they use less than nine tenths of the declared law, by index.</param>
internal sealed record StageSpan(int First, int End, bool IsRandom, IReadOnlyList<int> Narrowed)
{
    /// <summary>Gets how many there are.</summary>
    public int Count => End - First;
}
