using System.Text.Json;
using Hypermax.Spaces;
using Hypermax.Spaces.SearchJson;
using Hypermax.Spaces.Trees;

namespace Hypermax.Run;

/// <summary>Reads a space from a file in either of the forms that verbs take: a list <c>params</c> is our JSON form,
/// everything else a <c>search.json</c> of Hypermax.</summary>
internal static class SpaceFile
{
    /// <summary>Reads a space, and says which keys of a <c>search.json</c> were ignored.</summary>
    /// <param name="path">The file; a <c>search.json</c> gives the space its name.</param>
    /// <param name="warnings">Where warnings go, such as the standard error output.</param>
    /// <exception cref="FormatException">The file is neither; the message names the path of what is wrong.</exception>
    public static SearchSpace Read(string path, TextWriter warnings)
    {
        string text = FileSettings.ReadSpace(path);
        return Naming(
            path,
            () => IsSnapshot(text)
                ? SpaceJson.Parse(text)
                : WithWarnings(text, warnings, () => SearchJsonReader.Read(text, Path.GetFileNameWithoutExtension(path))));
    }

    /// <summary>Reads the nested form of a space.</summary>
    /// <param name="path">The file.</param>
    /// <param name="warnings">Where warnings go.</param>
    /// <exception cref="FormatException">The file is neither form.</exception>
    public static SpaceNode ReadTree(string path, TextWriter warnings)
    {
        string text = FileSettings.ReadSpace(path);
        return Naming(
            path, () => IsSnapshot(text) ? SpaceTree.Build(SpaceJson.Parse(text)) : WithWarnings(text, warnings, () => Tree(text, warnings)));
    }

    private static SpaceNode Tree(string text, TextWriter warnings)
    {
        if (SearchJsonReader.Read(text).Relations.Count > 0)
        {
            warnings.WriteLine("warning: 'hyperparameters.relations' is left out; put [LessThan] or [SumsTo] on the records.");
        }

        return SearchJsonReader.ReadTree(text);
    }

    private static T Naming<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException error)
        {
            throw new FormatException($"'{path}': {error.Message}", error);
        }
    }

    private static T WithWarnings<T>(string text, TextWriter warnings, Func<T> read)
    {
        T space = read();
        foreach (string warning in SearchJsonReader.IgnoredKeys(text))
        {
            warnings.WriteLine($"warning: {warning}");
        }

        return space;
    }

    private static bool IsSnapshot(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("params", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
