using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hypermax.Folder;

/// <summary>Writes JSON as YAML in block form; every text that could be read as something else stays in JSON's quotes, which YAML knows.</summary>
internal static class YamlText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object or a list.</summary>
    public static string Of(JsonElement json)
    {
        StringBuilder text = new();
        if (!IsBlock(json))
        {
            return text.Append(Scalar(json)).Append('\n').ToString();
        }

        Block(text, json, 0, isFirstInline: false);
        return text.ToString();
    }

    private static void Block(StringBuilder text, JsonElement json, int depth, bool isFirstInline)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in json.EnumerateArray())
            {
                Indent(text, isFirstInline ? 0 : depth).Append("- ");
                isFirstInline = false;
                Part(text, item, depth + 1, isInline: true);
            }

            return;
        }

        foreach (JsonProperty entry in json.EnumerateObject())
        {
            Indent(text, isFirstInline ? 0 : depth).Append(Word(entry.Name)).Append(':');
            isFirstInline = false;
            text.Append(IsBlock(entry.Value) ? string.Empty : " ");
            Part(text, entry.Value, depth + 1, isInline: false);
        }
    }

    private static void Part(StringBuilder text, JsonElement json, int depth, bool isInline)
    {
        if (!IsBlock(json))
        {
            text.Append(Scalar(json)).Append('\n');
            return;
        }

        text.Append(isInline ? string.Empty : "\n");
        Block(text, json, depth, isInline);
    }

    private static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', 2 * depth);

    private static bool IsBlock(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(),
        JsonValueKind.Array => json.GetArrayLength() > 0,
        _ => false,
    };

    private static string Scalar(JsonElement json) => json.ValueKind == JsonValueKind.String ? Word(json.GetString()!) : json.GetRawText();

    // Words that YAML 1.1 or 1.2 takes for numbers, booleans, nulls or marks stay in quotes.
    private static string Word(string text)
    {
        bool isPlain = text.Length > 0
            && char.IsAsciiLetter(text[0])
            && text.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-' or '.')
            && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "NULL" or "Y" or "N" or "NAN" or "INF");
        return isPlain ? text : JsonSerializer.Serialize(text, Readable);
    }
}
