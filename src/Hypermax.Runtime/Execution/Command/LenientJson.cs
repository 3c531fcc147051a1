using System.Text;
using System.Text.Json;

namespace Hypermax.Execution.Command;

/// <summary>Reads JSON as most languages write it: with the words NaN and Infinity, which the standard does not know.</summary>
internal static class LenientJson
{
    private static readonly (string Word, double Value)[] Words =
    [
        ("NaN", double.NaN), ("Infinity", double.PositiveInfinity), ("-Infinity", double.NegativeInfinity),
        ("nan", double.NaN), ("inf", double.PositiveInfinity), ("-inf", double.NegativeInfinity),
    ];

    /// <summary>Reads one whole object.</summary>
    /// <returns>The object, or null when the text is not one.</returns>
    public static JsonElement? TryParse(string text)
    {
        if (text.Length == 0 || text[0] != '{')
        {
            return null;
        }

        text = LoneSurrogates.Replace(text);
        return TryObject(text, out JsonElement? json) || TryObject(QuoteWords(text), out json) ? json : null;
    }

    /// <summary>Reads one of the words for what is not a number or not finite.</summary>
    public static bool TryNamedNumber(string text, out double value)
    {
        foreach ((string word, double meaning) in Words)
        {
            if (text == word)
            {
                value = meaning;
                return true;
            }
        }

        value = double.NaN;
        return false;
    }

    /// <summary>Tells whether an object names a key twice, so that it is not clear what it says.</summary>
    public static bool IsTwice(JsonElement json, string key) => json.EnumerateObject().Count(property => property.NameEquals(key)) > 1;

    private static bool TryObject(string text, out JsonElement? json)
    {
        json = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            json = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
            return true;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            // Not JSON, nested deeper than anybody means, or text that does not encode.
            return false;
        }
    }

    // Puts quotes around the words where they stand outside of strings.
    private static string QuoteWords(string text)
    {
        StringBuilder quoted = new(text.Length + 16);
        bool inString = false;
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (inString && unit == '\\' && i + 1 < text.Length)
            {
                quoted.Append(unit).Append(text[++i]);
                continue;
            }

            inString ^= unit == '"';
            string? word = inString ? null : WordAt(text, i);
            if (word is null)
            {
                quoted.Append(unit);
            }
            else
            {
                quoted.Append('"').Append(word).Append('"');
                i += word.Length - 1;
            }
        }

        return quoted.ToString();
    }

    private static string? WordAt(string text, int at)
    {
        foreach ((string word, _) in Words)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            {
                return word;
            }
        }

        return null;
    }
}
