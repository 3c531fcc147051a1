using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Hypermax.Tests.Ui;

/// <summary>The tasks that docs/guide/editors.md gives to copy.</summary>
internal static class EditorGuide
{
    /// <summary>Gets the problem matcher of the task that watches a search.</summary>
    public static JsonElement Matcher()
    {
        using JsonDocument tasks = JsonDocument.Parse(Block("jsonc"), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return tasks.RootElement.GetProperty("tasks").EnumerateArray()
            .Single(task => task.GetProperty("label").GetString() == "hypermax: watch").GetProperty("problemMatcher").Clone();
    }

    private static string Block(string language, [CallerFilePath] string file = "")
    {
        string page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "guide", "editors.md"));
        int start = page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
