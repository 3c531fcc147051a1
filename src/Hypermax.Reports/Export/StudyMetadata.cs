using System.Text.Json;
using Hypermax.Writing;

namespace Hypermax.Export;

/// <summary>Who made a study and what it is about: what a <c>search.json</c> of Hypermax says under <c>hypermax_results</c>,
/// kept in <c>metadata.json</c> of the study folder.</summary>
public sealed record StudyMetadata
{
    /// <summary>The name of the file in a study folder.</summary>
    public const string FileName = "metadata.json";

    /// <summary>Gets the name of the data set, or null for that of the study.</summary>
    public string? Name { get; init; }

    /// <summary>Gets who made it, or null.</summary>
    public string? Author { get; init; }

    /// <summary>Gets how to reach who made it, or null.</summary>
    public string? Contact { get; init; }

    /// <summary>Gets what it is about, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the method that proposed the trials, or null for that of the study.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Reads <c>metadata.json</c>, or a whole <c>search.json</c>, whose <c>hypermax_results</c> and <c>search.method</c> say the same.</summary>
    /// <param name="json">The text.</param>
    /// <returns>What it says; null when it says nothing of the kind or is no JSON.</returns>
    public static StudyMetadata? Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            JsonElement root = document.RootElement;
            JsonElement about = Part(root, "hypermax_results") ?? root;
            StudyMetadata read = new()
            {
                Name = Text(about, "name"),
                Author = Text(about, "author"),
                Contact = Text(about, "contact"),
                Description = Text(about, "description"),
                Algorithm = Text(about, "algorithm") ?? (Part(root, "search") is { } search ? Text(search, "method") : null),
            };
            return read == new StudyMetadata() ? null : read;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the file of a study folder.</summary>
    /// <param name="stream">Where to write; left open.</param>
    public void Write(Stream stream) => JsonText.Write(stream, writer =>
    {
        writer.WriteStartObject();
        foreach ((string key, string? text) in ((string, string?)[])[
            ("name", Name), ("author", Author), ("contact", Contact), ("description", Description), ("algorithm", Algorithm),
        ])
        {
            if (text is not null)
            {
                writer.WriteString(key, text);
            }
        }

        writer.WriteEndObject();
    });

    private static JsonElement? Part(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out JsonElement part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static string? Text(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty(key, out JsonElement text)
            && text.ValueKind == JsonValueKind.String
            && text.GetString() is { Length: > 0 } found
            ? found
            : null;
}
