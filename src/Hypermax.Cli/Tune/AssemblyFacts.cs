using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Hypermax.Tune;

/// <summary>What the metadata of the user's assembly says about objectives; nothing of it is loaded or run.</summary>
/// <param name="HasRegistry">Whether the generator listed objectives.</param>
/// <param name="MarkedMethods">How many methods carry <c>[Objective]</c>.</param>
internal sealed record AssemblyFacts(bool HasRegistry, int MarkedMethods)
{
    /// <summary>Reads an assembly.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static AssemblyFacts Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using PEReader file = new(stream);
        MetadataReader metadata = file.GetMetadataReader();
        bool hasRegistry = Names(metadata, metadata.GetAssemblyDefinition().GetCustomAttributes()).Contains("Hypermax.Building.ObjectiveRegistryAttribute", StringComparer.Ordinal);
        int marked = metadata.MethodDefinitions.Count(method =>
            Names(metadata, metadata.GetMethodDefinition(method).GetCustomAttributes()).Contains("Hypermax.ObjectiveAttribute", StringComparer.Ordinal));
        return new AssemblyFacts(hasRegistry, marked);
    }

    private static IEnumerable<string> Names(MetadataReader metadata, CustomAttributeHandleCollection attributes)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            EntityHandle constructor = metadata.GetCustomAttribute(handle).Constructor;
            if (constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent)
            {
                TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
                yield return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
            }
        }
    }
}
