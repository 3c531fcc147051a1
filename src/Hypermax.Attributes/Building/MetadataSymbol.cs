namespace Hypermax.Building;

/// <summary>The compilation symbol that keeps the attributes of search spaces in the metadata of an assembly.</summary>
/// <remarks>
/// The generator reads them from sources. Only generators of other projects, whose spaces nest those of the assembly, need them in metadata;
/// an assembly without them can be used where Hypermax.Attributes is not installed. The targets of the packages define it; see docs/guide/build.md.
/// </remarks>
internal static class MetadataSymbol
{
    public const string Name = "HYPERMAX_SHARED";
}
