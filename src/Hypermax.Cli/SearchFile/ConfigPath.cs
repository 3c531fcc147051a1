using Hypermax.Errors;

namespace Hypermax.SearchFile;

/// <summary>Tells paths of configurations from verbs.</summary>
internal static class ConfigPath
{
    private static readonly string[] Endings = [".json", ".yaml", ".yml"];

    /// <summary>Tells whether a first argument is a file that is searched: no verb and no option, and there or called like one.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="verbs">The verbs there are.</param>
    public static bool Is(string argument, IEnumerable<string> verbs) =>
        !argument.StartsWith('-') && !verbs.Contains(argument, StringComparer.Ordinal)
        && (File.Exists(argument) || Array.Exists(Endings, ending => argument.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Says that there is no such file, and which may have been meant.</summary>
    public static string Missing(string path)
    {
        if (path.Length == 0)
        {
            return "The name of the configuration is an empty text. Name a file.";
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            return $"There is no file '{path}': its folder does not exist. Correct the path.";
        }

        string[] there = [.. Directory.GetFiles(folder).Select(Path.GetFileName).OfType<string>()];
        return $"There is no file '{path}'. {NearestName.Hint(Path.GetFileName(path), there)}Name the configuration of a search; "
            + "'hypermax init' writes one to begin with.";
    }
}
