using Hypermax.Pruning;

namespace Hypermax.Tests.Telemetry;

/// <summary>Stops every trial at its first report.</summary>
internal sealed class AlwaysPruner : IPruner
{
    public string Name => "always";

    public string? FindReason(PrunerContext context) => "it reported";
}
