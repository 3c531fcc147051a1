using System.IO.Compression;

namespace Hypermax.PackageTests.Sandboxes;

/// <summary>Reads what is in a package.</summary>
public static class PackageFile
{
    /// <summary>Reads a text file of a package.</summary>
    public static string Read(ZipArchive package, string name)
    {
        using StreamReader reader = new(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
