using System.Diagnostics.CodeAnalysis;

namespace Hypermax.Building;

/// <summary>Names the generated type that lists the objectives of an assembly.</summary>
/// <param name="registry">A type derived from <see cref="ObjectiveRegistry"/> with a parameterless constructor.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ObjectiveRegistryAttribute(
#if NET8_0_OR_GREATER
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
#endif
    Type registry) : Attribute
{
    /// <summary>Gets the generated type.</summary>
#if NET8_0_OR_GREATER
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
#endif
    public Type Registry { get; } = registry;
}
