using Hypermax.Errors;
using Hypermax.Storage.Journal;

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
        && (File.Exists(argument) || IsConfiguration(argument));

    /// <summary>Says what is wrong with a first argument that is no verb, no option and no file; null where it is one of these.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="verbs">The verbs there are.</param>
    public static string? Unknown(string argument, IReadOnlyList<string> verbs)
    {
        // '[diagram]' and '@arguments' are the command line's own.
        if (argument is "" or ['-' or '[' or '@' or '/', ..] && !Directory.Exists(argument) || verbs.Contains(argument, StringComparer.Ordinal))
        {
            return null;
        }

        if (Directory.Exists(argument))
        {
            return File.Exists(Path.Combine(argument, JournalStore.FileName)) || File.Exists(Path.Combine(argument, EarlierResults.Table))
                ? $"'{argument}' is a folder of results. 'hypermax status {argument}' says where it stands, 'hypermax open {argument}' shows its report, "
                    + $"and 'hypermax search.json {argument}' goes on with it, where search.json is its configuration."
                : $"'{argument}' is a folder, and no results lie in it. Name the configuration of a search, such as 'hypermax search.json'.";
        }

        string[] files = [.. Directory.GetFiles(".").Select(Path.GetFileName).OfType<string>()];
        return $"'{argument}' is no verb and no file. {NearestName.Hint(argument, [.. files.Where(IsConfiguration), .. verbs])}"
            + "Name a configuration or a verb; 'hypermax --help' lists them.";
    }

    private static bool IsConfiguration(string path) => Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

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
