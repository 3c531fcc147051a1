namespace Hypermax.Worker;

/// <summary>The assembly has no objectives that could be run.</summary>
internal sealed class ObjectiveSourceException(string kind, string message) : Exception(message)
{
    /// <summary>Gets the reason as the protocol names it.</summary>
    public string Kind { get; } = kind;
}
