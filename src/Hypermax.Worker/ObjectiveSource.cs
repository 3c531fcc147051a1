using System.Reflection;
using Hypermax.Building;

namespace Hypermax.Worker;

/// <summary>Finds the objectives of the user's assembly.</summary>
internal static class ObjectiveSource
{
    /// <summary>Loads the assembly and reads the registry that the generator put there.</summary>
    /// <param name="assemblyName">The simple name; the deps file says where it is.</param>
    /// <exception cref="ObjectiveSourceException">There is no such assembly, no registry, or the registry cannot be made.</exception>
    public static IReadOnlyDictionary<string, ObjectiveDescriptor> Load(string assemblyName)
    {
        Assembly assembly = LoadAssembly(assemblyName);
        IReadOnlyList<ObjectiveDescriptor> objectives = Read(assembly, assemblyName)
            ?? throw new ObjectiveSourceException(
                "noRegistry",
                $"Assembly '{assemblyName}' has no objective registry. Either no method carries [Objective], "
                + "or the generator did not run (look for warning CS9057 in the build).");
        return objectives.ToDictionary(objective => objective.Name, StringComparer.Ordinal);
    }

    private static IReadOnlyList<ObjectiveDescriptor>? Read(Assembly assembly, string assemblyName)
    {
        try
        {
            return ObjectiveRegistry.Of(assembly);
        }
        catch (Exception error)
        {
            Exception cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
            throw new ObjectiveSourceException(
                "badRegistry", $"The objectives of assembly '{assemblyName}' cannot be listed: {cause.GetType().Name}: {cause.Message}");
        }
    }

    private static Assembly LoadAssembly(string assemblyName)
    {
        try
        {
            return Assembly.Load(new AssemblyName(assemblyName));
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or ArgumentException)
        {
            throw new ObjectiveSourceException(
                "noAssembly",
                $"Assembly '{assemblyName}' cannot be loaded: {error.Message} Build the project first and check that its .deps.json belongs to it.");
        }
    }
}
