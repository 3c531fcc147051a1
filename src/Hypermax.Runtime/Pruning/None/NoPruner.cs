namespace Hypermax.Pruning;

/// <summary>Stops nothing: what somebody chose who wants none in a study that would have one.</summary>
internal sealed class NoPruner : IPruner
{
    public string Name => "none";

    public string? FindReason(PrunerContext context) => null;
}
