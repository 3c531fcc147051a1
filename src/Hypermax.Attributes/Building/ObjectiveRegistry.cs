using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Hypermax.Building;

/// <summary>Finds the objectives that the generator listed in an assembly.</summary>
/// <remarks>
/// The list is a static property <c>Objectives</c> of a generated class, whose name stands in an <see cref="AssemblyMetadataAttribute"/>. Neither derives
/// from anything of Hypermax, so that an assembly with objectives loads and can be reflected over where Hypermax is not installed.
/// </remarks>
public static class ObjectiveRegistry
{
    /// <summary>The key of the assembly's metadata under which the full name of the generated class stands;
    /// the value is empty when there are no objectives.</summary>
    public const string MetadataKey = "Hypermax.Objectives";

    /// <summary>The name of the property that lists the objectives.</summary>
    public const string PropertyName = "Objectives";

    /// <summary>Gets the objectives of an assembly in the order of their names.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The objectives, or null when the generator did not run for the assembly.</returns>
    /// <exception cref="TargetInvocationException">A search space could not be made.</exception>
    /// <exception cref="TypeLoadException">The assembly lacks what its metadata name.</exception>
#if NET8_0_OR_GREATER
    [RequiresUnreferencedCode("The list is found by its name, and trimming removes it.")]
#endif
    public static IReadOnlyList<ObjectiveDescriptor>? Of(Assembly assembly)
    {
        string? name = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(entry => entry.Key == MetadataKey)?.Value;
        if (string.IsNullOrEmpty(name))
        {
            return name is null ? null : [];
        }

        PropertyInfo? property = assembly.GetType(name!, throwOnError: true)!.GetProperty(PropertyName, BindingFlags.Static | BindingFlags.Public);
        return property?.GetValue(null) as IReadOnlyList<ObjectiveDescriptor>
            ?? throw new TypeLoadException($"Type '{name}' has no property '{PropertyName}' with objectives.");
    }
}
