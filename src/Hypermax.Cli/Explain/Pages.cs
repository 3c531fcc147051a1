using System.Reflection;

namespace Hypermax.Explain;

/// <summary>The pages of rules and methods that the program carries, in the order of their names.</summary>
internal static class Pages
{
    // Resources are named after the folders of the documentation: docs/rules/HMX0107.md.
    private const string Root = "docs/";

    private static readonly Assembly Program = typeof(Pages).Assembly;

    private static readonly Lazy<IReadOnlyList<Page>> Loaded = new(Load);

    public static IReadOnlyList<Page> All => Loaded.Value;

    /// <summary>Gets the page of a name; case does not count.</summary>
    public static Page? Find(string name) => All.FirstOrDefault(page => string.Equals(page.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a page of the documentation, whether it has a name of its own or not.</summary>
    /// <param name="path">Its path below the root of the repository.</param>
    public static string Read(string path)
    {
        using StreamReader reader = new(
            Program.GetManifestResourceStream(path) ?? throw new InvalidOperationException($"The program lacks its page '{path}'."));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Gets the address of a page of the documentation.</summary>
    /// <param name="path">Its path below the root of the repository.</param>
    public static string UrlOf(string path) =>
        Program.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "HypermaxProjectUrl").Value! + path;

    private static Page[] Load()
    {
        return [.. Program.GetManifestResourceNames()
            .Where(path => path.StartsWith(Root + "rules/", StringComparison.Ordinal) || path.StartsWith(Root + "algorithms/", StringComparison.Ordinal))
            .Select(Make)
            .OrderBy(page => page.Name, StringComparer.Ordinal)];
    }

    private static Page Make(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        string text = Read(path);
        string heading = text.Split('\n', 2)[0].TrimStart('#', ' ');
        string title = heading.StartsWith(name + ":", StringComparison.Ordinal) ? heading[(name.Length + 1)..].Trim() : heading;
        return new Page(name, title, text, UrlOf(path));
    }
}
