using System.Text.Json;

namespace Hypermax.SearchFile;

/// <summary>Where the packages of a built assembly lie: libraries leave them where NuGet put them.</summary>
internal static class PackageFolders
{
    // bin/Release/net10.0 lies three folders below the project, artifacts/bin/App/release three below what holds artifacts/obj/App.
    private const int MostParents = 4;

    /// <summary>Gets the folders, those to fall back on last; what does not exist is left out.</summary>
    /// <param name="assembly">The full path of the assembly.</param>
    public static string[] Of(string assembly) =>
    [
        .. Restored(assembly).Concat(Usual()).Select(Path.TrimEndingDirectorySeparator).Where(Directory.Exists).Distinct(StringComparer.Ordinal),
    ];

    private static string[] Usual()
    {
        string folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string fallback = Environment.GetEnvironmentVariable("NUGET_FALLBACK_PACKAGES") ?? string.Empty;
        return [folder, .. fallback.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    // What restored the project wrote down where it found its packages, the folders of nuget.config among them.
    private static string[] Restored(string assembly)
    {
        string name = Path.GetFileNameWithoutExtension(assembly);
        DirectoryInfo? folder = Directory.GetParent(assembly);
        for (int i = 0; i <= MostParents && folder is not null; i++, folder = folder.Parent)
        {
            foreach (string assets in (string[])["obj/project.assets.json", $"obj/{name}/project.assets.json"])
            {
                if (Folders(Path.Combine(folder.FullName, assets)) is { Length: > 0 } found)
                {
                    return found;
                }
            }
        }

        return [];
    }

    private static string[] Folders(string assets)
    {
        try
        {
            using FileStream stream = File.OpenRead(assets);
            using JsonDocument document = JsonDocument.Parse(stream);
            return document.RootElement.TryGetProperty("packageFolders", out JsonElement folders) && folders.ValueKind == JsonValueKind.Object
                ? [.. folders.EnumerateObject().Select(entry => entry.Name)]
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }
}
