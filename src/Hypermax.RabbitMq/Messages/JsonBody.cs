using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hypermax.RabbitMq.Messages;

/// <summary>Bodies of messages: one object of JSON each; docs/formats/broker.md describes them.</summary>
internal static class JsonBody
{
    /// <summary>The version of the format that this side speaks.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteNumber("protocol", Version);
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Reads a message.</summary>
    /// <param name="body">What arrived.</param>
    /// <param name="read">Makes what is meant of the object; what it throws about JSON means that it is none of ours.</param>
    /// <param name="message">What is meant.</param>
    /// <param name="why">Why it is not understood, as a clause.</param>
    public static bool TryRead<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T> read, [NotNullWhen(true)] out T? message, out string why)
        where T : class
    {
        message = null;
        why = string.Empty;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("protocol", out JsonElement version)
                && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out int number) && number == Version))
            {
                why = $"it speaks version {version.GetRawText()} of the format, and this side version 1";
                return false;
            }

            message = read(root);
            return true;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            why = error is JsonException ? "it is no JSON" : "a member is missing or has a value of another kind";
            return false;
        }
    }

    /// <summary>Gets the beginning of a message, for people.</summary>
    public static string Shown(ReadOnlyMemory<byte> body) =>
        new([.. Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 160)]).Select(letter => char.IsControl(letter) ? ' ' : letter)]);

    public static double? Number(JsonElement json, string key) =>
        json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
