using System.Globalization;
using System.Text.Json;
using Hypermax.Execution.Command;
using Hypermax.Spaces;
using Hypermax.Spaces.CSharp;

namespace Hypermax.Folder;

/// <summary>The forms in which verbs write a point: those that programs take.</summary>
internal static class PointFormat
{
    public static readonly string[] Names = ["json", "yaml", "csharp", "args"];

    /// <summary>Writes a point.</summary>
    /// <param name="space">The space.</param>
    /// <param name="point">The point.</param>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="typeName">What the type is called in C#.</param>
    /// <returns>The text, without a line end.</returns>
    /// <exception cref="NotSupportedException">The space cannot be written in that form.</exception>
    public static string Write(SearchSpace space, Point point, string format, string typeName = "SearchParams") => format switch
    {
        "csharp" => CSharpPointWriter.Write(space, point, typeName),
        "args" => string.Join(' ', Arguments(space, point).Select(CommandLine.Quote)),
        "yaml" => Nested(space, point, root => YamlText.Of(root).TrimEnd('\n')),
        _ => Nested(space, point, root => JsonSerializer.Serialize(root, Indented.Options)),
    };

    /// <summary>Gets the words of a command line: <c>--name value</c> for every parameter that exists at the point.</summary>
    public static IEnumerable<string> Arguments(SearchSpace space, Point point) =>
        from i in Enumerable.Range(0, space.Count)
        where point.Has(i)
        from word in (string[])[$"--{space.Parameters[i].Name}", PointJson.ToText(space.Parameters[i], point[i])]
        select word;

    private static string Nested(SearchSpace space, Point point, Func<JsonElement, string> write)
    {
        using JsonDocument document = JsonDocument.Parse(NestedPointJson.Write(space, point));
        return write(document.RootElement);
    }

    // Apart, so that to list the names at the start of every verb costs nothing.
    private static class Indented
    {
        public static readonly JsonSerializerOptions Options = new()
        {
            WriteIndented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
    }
}
