using System.Text.Json;
using Hypermax.Errors;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Finds the keys of a <c>search.json</c> that say nothing: unknown ones, and those that a node of their kind does not use.</summary>
/// <remarks>Warnings and no errors, because Hypermax reads such files too and other tools may add keys of their own.</remarks>
internal static class SearchJsonKeys
{
    private static readonly string[] Notes = ["$schema", "$id", "$comment", "title", "description", "unit", "type"];

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["object"] = ["properties", "required", "additionalProperties"],
        ["array"] = ["items", "minItems", "maxItems"],
        ["anyOf"] = ["anyOf", "weights"],
        ["oneOf"] = ["oneOf", "weights"],
        ["enum"] = ["enum", "weights", "ordered", "default"],
        ["constant"] = ["constant", "const", "default"],
        ["const"] = ["constant", "const", "default"],
        ["boolean"] = ["default"],
        ["number"] = ["mode", "scaling", "min", "max", "rounding", "mean", "stddev", "default"],
        ["integer"] = ["mode", "scaling", "min", "max", "rounding", "mean", "stddev", "default"],
    };

    private static readonly string[] All = [.. Notes.Concat(Known.Values.SelectMany(keys => keys)).Distinct(StringComparer.Ordinal)];

    /// <summary>Adds one sentence for each key without a use.</summary>
    public static void Find(JsonElement node, string path, List<string> found)
    {
        if (node.ValueKind != JsonValueKind.Object || KindOf(node) is not { } kind)
        {
            return;
        }

        string[] uses = Known[kind];
        foreach (JsonProperty entry in node.EnumerateObject())
        {
            if (!uses.Contains(entry.Name, StringComparer.Ordinal) && !Notes.Contains(entry.Name, StringComparer.Ordinal))
            {
                string? nearest = All.Contains(entry.Name, StringComparer.Ordinal) ? null : NearestName.Of(entry.Name, uses);
                found.Add(
                    $"'{path}.{entry.Name}' is ignored; the keys of '{kind}' are {string.Join(", ", uses)}. "
                    + $"{(nearest is null ? "Remove it." : $"Did you mean '{nearest}'?")}");
            }
        }

        FindUnusedNumbers(node, path, found);
        FindBelow(node, kind, path, found);
    }

    private static string? KindOf(JsonElement node) =>
        ((string[])["anyOf", "oneOf", "enum", "constant", "const"]).FirstOrDefault(key => node.TryGetProperty(key, out _))
        ?? (node.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && Known.ContainsKey(type.GetString()!)
            ? type.GetString()
            : null);

    // 'randint' draws from 0 on; mean and stddev are those of a normal law.
    private static void FindUnusedNumbers(JsonElement node, string path, List<string> found)
    {
        string mode = node.TryGetProperty("mode", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "uniform";
        string[] unused = KindOf(node) is not ("number" or "integer") ? [] : mode switch
        {
            "randint" => ["min", "rounding", "scaling", "mean", "stddev"],
            "uniform" => ["mean", "stddev"],
            _ => [],
        };
        found.AddRange(
            unused.Where(key => node.TryGetProperty(key, out _)).Select(
                key => $"'{path}.{key}' is ignored; the mode '{mode}' does not use it. Remove it, or use another mode."));
    }

    private static void FindBelow(JsonElement node, string kind, string path, List<string> found)
    {
        if (kind == "object" && node.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                Find(property.Value, $"{path}.{property.Name}", found);
            }
        }
        else if (kind == "array" && node.TryGetProperty("items", out JsonElement items))
        {
            Find(items, path + ".items", found);
        }
        else if (kind is "anyOf" or "oneOf" && node.TryGetProperty(kind, out JsonElement branches) && branches.ValueKind == JsonValueKind.Array)
        {
            int i = 0;
            foreach (JsonElement branch in branches.EnumerateArray())
            {
                Find(branch, FormattableString.Invariant($"{path}.{i++}"), found);
            }
        }
    }
}
