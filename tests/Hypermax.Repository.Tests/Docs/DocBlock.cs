namespace Hypermax.Repository.Tests.Docs;

/// <summary>A block of C# in the documentation.</summary>
/// <param name="Place">The file and the line it begins at.</param>
/// <param name="Code">The text.</param>
/// <param name="IsFragment">Whether it is marked as a part of something, which does not compile by itself.</param>
public sealed record DocBlock(string Place, string Code, bool IsFragment)
{
    private const string Fence = "```csharp";

    /// <summary>Reads all blocks of the pages that people copy from.</summary>
    public static IEnumerable<DocBlock> All()
    {
        string[] pages =
        [
            RepositoryFolder.PathOf("README.md"),
            .. Directory.GetFiles(RepositoryFolder.PathOf("docs/guide"), "*.md"),
            .. Directory.GetFiles(RepositoryFolder.PathOf("docs/algorithms"), "*.md"),
            .. Directory.GetDirectories(RepositoryFolder.PathOf("src")).Select(folder => Path.Combine(folder, "README.md")).Where(File.Exists),
        ];
        return pages.Order(StringComparer.Ordinal).SelectMany(Read);
    }

    public override string ToString() => Place;

    private static IEnumerable<DocBlock> Read(string page)
    {
        string[] lines = File.ReadAllLines(page);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                int end = Array.FindIndex(lines, i + 1, line => line.StartsWith("```", StringComparison.Ordinal));
                yield return new DocBlock(
                    $"{Path.GetRelativePath(RepositoryFolder.Root, page).Replace('\\', '/')}:{i + 1}",
                    string.Join('\n', lines[(i + 1)..end]),
                    lines[i][Fence.Length..].Trim() == "fragment");
                i = end;
            }
        }
    }
}
