using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hypermax.Studies.Guiding;

/// <summary>One thing that a person asks of a search.</summary>
/// <param name="Action">One of <see cref="GuideAction.Names"/>.</param>
internal sealed record GuideRequest(string Action)
{
    private static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the path of the parameter it is about.</summary>
    public string? Parameter { get; init; }

    /// <summary>Gets the value to lock it at, as people write it.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the smallest value of its range, as people write it.</summary>
    public string? Low { get; init; }

    /// <summary>Gets the largest value of its range, as people write it.</summary>
    public string? High { get; init; }

    /// <summary>Gets the values of the point to try, as people write them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; init; } = [];

    /// <summary>Gets where the other values of the point come from: <c>best</c>, <c>default</c> or a trial's number; null when all are given.</summary>
    public string? From { get; init; }

    /// <summary>Gets how many trials the study is to have.</summary>
    public int? Trials { get; init; }

    /// <summary>Gets the number of the running trial that it is about.</summary>
    public int? Trial { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="FormatException">The text is not JSON, or says nothing that can be done.</exception>
    public static GuideRequest Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            string action = Text(root, "action") ?? throw new FormatException("The request has no 'action'; it must say what to do.");
            return new GuideRequest(GuideAction.Names.Contains(action, StringComparer.Ordinal) ? action : throw GuideAction.Unknown(action))
            {
                Parameter = Text(root, "parameter"),
                Value = Text(root, "value"),
                Low = Text(root, "low"),
                High = Text(root, "high"),
                From = Text(root, "from"),
                Trials = Whole(root, "trials"),
                Trial = Whole(root, "trial"),
                Values = root.TryGetProperty("values", out JsonElement values)
                    ? [.. values.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, Text(entry.Value)))]
                    : [],
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or OverflowException)
        {
            throw new FormatException($"The request is not of its form: {error.Message} See docs/formats/guide.md.", error);
        }
    }

    /// <summary>Writes the request as one line of JSON.</summary>
    public string ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Line))
        {
            writer.WriteStartObject();
            writer.WriteString("action", Action);
            WriteText(writer, "parameter", Parameter);
            WriteText(writer, "value", Value);
            WriteText(writer, "low", Low);
            WriteText(writer, "high", High);
            if (Values.Count > 0)
            {
                writer.WriteStartObject("values");
                foreach ((string name, string value) in Values)
                {
                    writer.WriteString(name, value);
                }

                writer.WriteEndObject();
            }

            WriteText(writer, "from", From);
            if (Trials is int trials)
            {
                writer.WriteNumber("trials", trials);
            }

            if (Trial is int trial)
            {
                writer.WriteNumber("trial", trial);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteText(Utf8JsonWriter writer, string key, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(key, value);
        }
    }

    private static int? Whole(JsonElement root, string name) => !root.TryGetProperty(name, out JsonElement value) ? null
        : value.TryGetInt32(out int whole) ? whole
        : throw new FormatException($"'{name}' is no whole number of at most {int.MaxValue}; write one.");

    private static string? Text(JsonElement root, string key) => root.TryGetProperty(key, out JsonElement value) ? Text(value) : null;

    // A value may be written as JSON has it, or as text: "0.1" and 0.1 mean the same.
    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
