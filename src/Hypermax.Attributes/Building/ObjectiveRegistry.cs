namespace Hypermax.Building;

/// <summary>The objectives of one assembly; derived from by generated code and found through <see cref="ObjectiveRegistryAttribute"/>.</summary>
public abstract class ObjectiveRegistry
{
    /// <summary>Gets the objectives in the order of their names.</summary>
    public abstract IReadOnlyList<ObjectiveDescriptor> Objectives { get; }
}
