namespace Hypermax.Files;

/// <summary>Writes small files so that nobody ever reads half of one.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file in the place of whatever has its name.</summary>
    public static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(draft, content);
        File.Move(draft, path, overwrite: true);
    }
}
