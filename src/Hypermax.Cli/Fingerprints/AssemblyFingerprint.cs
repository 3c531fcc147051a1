using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Hypermax.Fingerprints;

/// <summary>The fingerprint of the code and data that decide what the objectives of a project return.</summary>
/// <remarks>
/// Counts what the compiled methods of the project and of the projects it references do, the resources they embed, the versions of
/// packages, and the files that <c>HypertuneInput</c> names. Comments, names of variables, the commit, paths and what the generator
/// writes do not count: neither an edited comment nor a new tuned value makes other code of an objective.
/// </remarks>
internal static class AssemblyFingerprint
{
    /// <summary>Makes the fingerprint.</summary>
    /// <param name="assembly">The built assembly of the project.</param>
    /// <param name="inputs">The files that its objectives read.</param>
    /// <returns>The fingerprint, or null when the assembly cannot be read.</returns>
    public static string? Of(string assembly, IEnumerable<string> inputs)
    {
        using FingerprintHash hash = new();
        try
        {
            AddAssembly(hash, assembly);
            foreach ((string name, string version, bool isProject) in LibrariesOf(assembly))
            {
                string file = Path.Combine(Path.GetDirectoryName(assembly)!, name + ".dll");
                hash.Add(isProject ? name : $"{name}/{version}");
                if (isProject && File.Exists(file))
                {
                    AddAssembly(hash, file);
                }
            }
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or BadImageFormatException or JsonException or InvalidOperationException)
        {
            return null;
        }

        foreach (string input in inputs.Order(StringComparer.Ordinal))
        {
            hash.Add(Path.GetFileName(input));
            hash.AddFile(input);
        }

        return hash.ToString();
    }

    /// <summary>Gets the names of the projects that an assembly uses, as its list of dependencies has them.</summary>
    public static IEnumerable<string> ProjectsOf(string assembly) => LibrariesOf(assembly).Where(library => library.IsProject).Select(library => library.Name);

    private static void AddAssembly(FingerprintHash hash, string path)
    {
        using FileStream stream = File.OpenRead(path);
        using PEReader file = new(stream);
        MetadataReader metadata = file.GetMetadataReader();
        MethodText text = new(metadata);
        List<string> methods = [];
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            if (!IsGenerated(metadata, type))
            {
                methods.AddRange(type.GetMethods().Select(method => text.Of(file, metadata.GetMethodDefinition(method))).Where(method => method is not null)!);
            }
        }

        // The order of members means nothing, and moving a method must not look like a change.
        methods.Sort(StringComparer.Ordinal);
        methods.ForEach(hash.Add);
        AddResources(hash, file, metadata);
    }

    private static void AddResources(FingerprintHash hash, PEReader file, MetadataReader metadata)
    {
        if (file.PEHeaders.CorHeader is not { ResourcesDirectory.Size: > 0 } header)
        {
            return;
        }

        PEMemoryBlock block = file.GetSectionData(header.ResourcesDirectory.RelativeVirtualAddress);
        hash.Add(block.GetContent(0, header.ResourcesDirectory.Size).AsSpan());
        foreach (ManifestResourceHandle resource in metadata.ManifestResources)
        {
            hash.Add(metadata.GetString(metadata.GetManifestResource(resource).Name));
        }
    }

    private static bool IsGenerated(MetadataReader metadata, TypeDefinition type) =>
        type.GetCustomAttributes().Any(attribute => IsOurs(metadata, metadata.GetCustomAttribute(attribute)))
        || (!type.GetDeclaringType().IsNil && IsGenerated(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())));

    private static bool IsOurs(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent
            || !metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)parent).Name, "GeneratedCodeAttribute"))
        {
            return false;
        }

        BlobReader value = metadata.GetBlobReader(attribute.Value);
        return value.ReadUInt16() == 1 && value.ReadSerializedString() == "Hypermax.Generators";
    }

    private static IEnumerable<(string Name, string Version, bool IsProject)> LibrariesOf(string assembly)
    {
        string file = Path.ChangeExtension(assembly, ".deps.json");
        if (!File.Exists(file))
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.TryGetProperty("libraries", out JsonElement libraries)
            ? [.. libraries.EnumerateObject()
                .Select(
                    library => (
                        Parts: library.Name.Split('/'), IsProject: library.Value.TryGetProperty("type", out JsonElement type) && type.GetString() == "project"))
                .Where(
                    library => library.Parts.Length == 2
                        && !library.Parts[0].StartsWith("Hypermax.", StringComparison.Ordinal)
                        && library.Parts[0] != Path.GetFileNameWithoutExtension(assembly))
                .Select(library => (library.Parts[0], library.Parts[1], library.IsProject))
                .OrderBy(library => library.Item1, StringComparer.Ordinal)]
            : [];
    }
}
