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

    /// <summary>Gets when the search was made, as its maker writes dates, or null for the day on which the study began.</summary>
    public string? Date { get; init; }

    /// <summary>Gets what the model reads, such as <c>image</c>, or null.</summary>
    public IReadOnlyList<string>? InputTypes { get; init; }

    /// <summary>Gets what the model tells, such as <c>classification</c>, or null.</summary>
    public IReadOnlyList<string>? OutputTypes { get; init; }

    /// <summary>Gets what the loss measures, such as <c>accuracy</c>, or null for the metrics of the study.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

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
                Date = Text(about, "date"),
                InputTypes = Texts(about, "input_types"),
                OutputTypes = Texts(about, "output_types"),
                Metrics = Texts(about, "metrics"),
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
            ("name", Name), ("author", Author), ("contact", Contact), ("description", Description), ("algorithm", Algorithm), ("date", Date),
        ])
        {
            if (text is not null)
            {
                writer.WriteString(key, text);
            }
        }

        foreach ((string key, IReadOnlyList<string>? texts) in ((string, IReadOnlyList<string>?)[])[
            ("input_types", InputTypes), ("output_types", OutputTypes), ("metrics", Metrics),
        ])
        {
            if (texts is not null)
            {
                WriteTexts(writer, key, texts);
            }
        }

        writer.WriteEndObject();
    });

    /// <summary>Writes a list of texts.</summary>
    internal static void WriteTexts(Utf8JsonWriter writer, string key, IEnumerable<string> texts)
    {
        writer.WriteStartArray(key);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static JsonElement? Part(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out JsonElement part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static string? Text(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty(key, out JsonElement text)
            && text.ValueKind == JsonValueKind.String
            && text.GetString() is { Length: > 0 } found
            ? found
            : null;

    private static string[]? Texts(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : null;
}
