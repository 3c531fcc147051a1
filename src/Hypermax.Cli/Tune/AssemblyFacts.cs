using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Hypermax.Building;

namespace Hypermax.Tune;

/// <summary>What the metadata of the user's assembly says about objectives; nothing of it is loaded or run.</summary>
/// <param name="HasRegistry">Whether the generator ran.</param>
/// <param name="HasObjectives">Whether it listed an objective.</param>
internal sealed record AssemblyFacts(bool HasRegistry, bool HasObjectives)
{
    private const ushort Prolog = 1;

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static AssemblyFacts Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using PEReader file = new(stream);
        MetadataReader metadata = file.GetMetadataReader();
        string? registry = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => IsAssemblyMetadata(metadata, attribute))
            .Select(attribute => ReadPair(metadata.GetBlobReader(attribute.Value)))
            .FirstOrDefault(pair => pair.Key == ObjectiveRegistry.MetadataKey).Value;
        return new AssemblyFacts(registry is not null, registry is { Length: > 0 });
    }

    private static bool IsAssemblyMetadata(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)parent).Name, nameof(AssemblyMetadataAttribute));

    private static KeyValuePair<string?, string?> ReadPair(BlobReader blob) =>
        blob.ReadUInt16() == Prolog ? new(blob.ReadSerializedString(), blob.ReadSerializedString()) : default;
}
