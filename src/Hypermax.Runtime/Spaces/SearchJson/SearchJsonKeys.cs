using System.Text.Json;
using Hypermax.Errors;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Finds the keys of a <c>search.json</c> that say nothing: unknown ones, and those that a node of their kind does not use.</summary>
/// <remarks>Warnings and no errors, because Hypermax reads such files too and other tools may add keys of their own.</remarks>
internal static class SearchJsonKeys
{
    private const string Root = "hyperparameters";

    internal static readonly string[] Notes = ["$schema", "$id", "$comment", "title", "description", "unit", "type"];

    internal static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
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
    public static void Find(JsonElement node, string path, List<SearchJsonFault> found)
    {
        if (node.ValueKind != JsonValueKind.Object || KindOf(node) is not { } kind)
        {
            return;
        }

        string[] uses = Known[kind];
        foreach (JsonProperty entry in node.EnumerateObject())
        {
            bool isOfRoot = entry.Name == SearchJsonRelations.Key && path == Root;
            if (!isOfRoot && !uses.Contains(entry.Name, StringComparer.Ordinal) && !Notes.Contains(entry.Name, StringComparer.Ordinal))
            {
                string? nearest = All.Contains(entry.Name, StringComparer.Ordinal) ? null : NearestName.Of(entry.Name, [.. uses, .. Notes]);
                found.Add(new SearchJsonFault(
                    path,
                    entry.Name,
                    $"'{path}.{entry.Name}' is ignored; the keys of '{kind}' are {string.Join(", ", uses)}. "
                    + $"{(nearest is null ? "Remove it." : $"Did you mean '{nearest}'?")}"));
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
    private static void FindUnusedNumbers(JsonElement node, string path, List<SearchJsonFault> found)
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
                key => new SearchJsonFault(path, key, $"'{path}.{key}' is ignored; the mode '{mode}' does not use it. Remove it, or use another mode.")));
    }

    private static void FindBelow(JsonElement node, string kind, string path, List<SearchJsonFault> found)
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
            // As in the names of parameters, a branch that is null does not count, and one alone is no choice.
            JsonElement[] there = [.. branches.EnumerateArray().Where(branch => !SearchJsonBranches.IsNull(branch))];
            bool isChoice = there.Length > 1 || there.Length == branches.GetArrayLength();
            for (int i = 0; i < there.Length; i++)
            {
                Find(there[i], isChoice ? FormattableString.Invariant($"{path}.{i}") : path, found);
            }
        }
    }
}
