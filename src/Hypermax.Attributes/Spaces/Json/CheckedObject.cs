#if NET8_0_OR_GREATER
using System.Text.Json;
using Hypermax.Errors;

namespace Hypermax.Spaces;

/// <summary>One object of a space document: every key must be known, stand once, and have a value of its kind; null is as if it were left out.</summary>
internal readonly struct CheckedObject
{
    // What other tools call the same thing; the rest is found by its spelling.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["min"] = "low", ["minimum"] = "low", ["lower"] = "low", ["max"] = "high", ["maximum"] = "high", ["upper"] = "high", ["scale"] = "log", ["scaling"] =
            "log",
        ["q"] = "step", ["rounding"] = "step", ["values"] = "choices", ["enum"] = "choices", ["options"] = "choices", ["categories"] = "choices", ["mu"] = "me"
            + "an",
        ["std"] = "deviation", ["stddev"] = "deviation", ["sigma"] = "deviation", ["distribution"] = "law", ["mode"] = "law", ["prior"] = "law", [
            "probabilities"] = "weights",
        ["condition"] = "when", ["conditions"] = "when", ["parent"] = "when", ["parameters"] = "params", ["constraints"] = "relations",
    };

    private readonly JsonElement _json;
    private readonly string _path;

    private CheckedObject(JsonElement json, string path) => (_json, _path) = (json, path);

    /// <summary>Gets an object whose keys have been checked.</summary>
    /// <param name="json">What should be an object.</param>
    /// <param name="path">Where it stands, empty for the document.</param>
    /// <param name="what">What it is, with its article.</param>
    /// <param name="keys">The keys it may have.</param>
    public static CheckedObject Of(JsonElement json, string path, string what, params string[] keys)
    {
        Require(json.ValueKind == JsonValueKind.Object, path, json, "an object", "Write it in braces.");
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty entry in json.EnumerateObject())
        {
            if (!keys.Contains(entry.Name, StringComparer.Ordinal))
            {
                string? nearest = OtherNames.TryGetValue(entry.Name, out string? other) && keys.Contains(other, StringComparer.Ordinal)
                    ? other
                    : NearestName.Of(entry.Name, keys);
                throw new FormatException(
                    $"'{Join(path, entry.Name)}' is no key of {what}; its keys are {string.Join(", ", keys)}. "
                    + $"{(nearest is null ? "Remove it." : $"Did you mean '{nearest}'?")}");
            }

            if (!seen.Add(entry.Name))
            {
                throw new FormatException($"'{Join(path, entry.Name)}' stands twice; a key has one value. Remove one.");
            }
        }

        return new CheckedObject(json, path);
    }

    /// <summary>Gets where a key stands.</summary>
    public string PathOf(string key) => Join(_path, key);

    /// <summary>Gets a value, or null when the key is absent or null.</summary>
    public JsonElement? Value(string key) => _json.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string key) => Value(key) is not { } value ? null : TextOf(value, PathOf(key));

    public bool Flag(string key)
    {
        JsonElement value = Value(key) ?? default;
        Require(
            value.ValueKind is JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False,
            PathOf(key),
            value,
            "true or false",
            value.ValueKind == JsonValueKind.String ? "Take it out of the quotes." : "Give one.");
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>Gets a number, or null when the key is absent.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isWhole">Whether digits of a whole number must not be lost.</param>
    public double? Number(string key, bool isWhole = false) => Value(key) is not { } value ? null : NumberOf(value, PathOf(key), isWhole);

    /// <summary>Gets the elements of a list with their paths; null when the key is absent.</summary>
    public IReadOnlyList<(JsonElement Value, string Path)>? List(string key)
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        string path = PathOf(key);
        Require(value.ValueKind == JsonValueKind.Array, path, value, "a list", "Write it in brackets.");
        return [.. value.EnumerateArray().Select((element, i) => (element, FormattableString.Invariant($"{path}[{i}]")))];
    }

    public static string TextOf(JsonElement value, string path)
    {
        Require(value.ValueKind == JsonValueKind.String, path, value, "a text", "Put it in quotes.");
        return value.GetString()!;
    }

    public static double NumberOf(JsonElement value, string path, bool isWhole = false)
    {
        Require(
            value.ValueKind == JsonValueKind.Number,
            path,
            value,
            "a number",
            value.ValueKind == JsonValueKind.String ? "Take it out of the quotes." : "Give one.");
        double number = value.GetDouble();
        Require(double.IsFinite(number), path, value, "a number that a double can hold", "Give a smaller one.");
        Require(
            !isWhole || !value.TryGetInt64(out long whole) || (Int128)number == whole,
            path,
            value,
            "a whole number that a double holds exactly",
            "Whole numbers are searched up to 2^53: give a smaller one.");
        return number + 0.0;
    }

    /// <summary>Joins a path and a key.</summary>
    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static void Require(bool holds, string path, JsonElement value, string kind, string remedy)
    {
        if (!holds)
        {
            throw new FormatException($"{(path.Length == 0 ? "The search space" : $"'{path}'")} is {Short(value)}; it must be {kind}. {remedy}");
        }
    }

    private static string Short(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 60 ? text : text[..60] + "…";
    }
}
#endif
