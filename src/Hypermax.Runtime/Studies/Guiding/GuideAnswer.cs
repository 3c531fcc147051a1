using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hypermax.Studies.Guiding;

/// <summary>What became of a request.</summary>
/// <param name="IsDone">Whether it was obeyed.</param>
/// <param name="Text">What was done, or why not, in a sentence.</param>
internal sealed record GuideAnswer(bool IsDone, string Text)
{
    private static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets where the search stands, where it was asked.</summary>
    public GuideStatus? Status { get; init; }

    /// <summary>Gets whether another process that shares the study may know more; never written.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="FormatException">The text is no answer.</exception>
    public static GuideAnswer Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            bool isDone = root.GetProperty("ok").GetBoolean();
            return new GuideAnswer(isDone, root.GetProperty(isDone ? "done" : "error").GetString() ?? string.Empty)
            {
                Status = root.TryGetProperty("status", out JsonElement status) ? GuideStatus.Read(status) : null,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"The answer is not of its form: {error.Message}", error);
        }
    }

    /// <summary>Writes the answer as one line of JSON.</summary>
    public string ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Line))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("ok", IsDone);
            writer.WriteString(IsDone ? "done" : "error", Text);
            Status?.Write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
