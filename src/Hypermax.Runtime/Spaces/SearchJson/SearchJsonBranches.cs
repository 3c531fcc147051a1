using System.Globalization;
using System.Text.Json;
using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Reads <c>oneOf</c> and <c>anyOf</c>: a choice between branches, one of which may be null.</summary>
internal static class SearchJsonBranches
{
    public static SpaceNode Read(JsonElement branches, JsonElement json, string path)
    {
        if (branches.ValueKind != JsonValueKind.Array || branches.GetArrayLength() == 0)
        {
            throw SearchJsonReader.Broken(path, "has no branches", "'oneOf' and 'anyOf' are lists of at least one object", "Add a branch.");
        }

        double[]? weights = SearchJsonWeights.Read(json, branches.GetArrayLength(), path);
        List<JsonElement> there = [.. branches.EnumerateArray().Where(branch => !IsNull(branch))];
        int absent = branches.GetArrayLength() - there.Count;
        if (there.Count == 0 || absent > 1)
        {
            throw SearchJsonReader.Broken(
                path,
                there.Count == 0 ? "is always null" : "has two branches that are null",
                there.Count == 0 ? "a parameter has a value" : "one is enough",
                "Remove it.");
        }

        if (absent == 0)
        {
            return Choice(there, weights, path);
        }

        int missing = branches.EnumerateArray().TakeWhile(branch => !IsNull(branch)).Count();
        (double probability, double[]? rest) = SearchJsonWeights.Without(weights, missing, there.Count + 1);
        SpaceNode value = there.Count > 1 ? Choice(there, rest, path) : SearchJsonReader.Node(there[0], path);
        return value is OptionalNode
            ? throw SearchJsonReader.Broken(path, "may be null twice over", "once is enough", "Remove one of the two.")
            : new OptionalNode(value, probability);
    }

    private static BranchesNode Choice(List<JsonElement> json, double[]? weights, string path)
    {
        List<ObjectNode> nodes = [];
        SearchJsonFaults faults = new();
        for (int i = 0; i < json.Count; i++)
        {
            string place = FormattableString.Invariant($"{path}.{i}");
            JsonElement branch = json[i];
            if (faults.Try(() => SearchJsonReader.Node(branch, place)) is { } node)
            {
                nodes.Add(node as ObjectNode ?? new ObjectNode([new KeyValuePair<string, SpaceNode>("value", node)]));
            }
        }

        faults.ThrowIfAny();
        string[] labels = Labels(json);
        return new BranchesNode([.. nodes.Select((node, i) => new KeyValuePair<object, ObjectNode>(labels[i], node))], weights);
    }

    // Titles that cannot be a part of a path or do not tell the branches apart name nothing; then the numbers do.
    private static string[] Labels(List<JsonElement> branches)
    {
        string[] numbers = [.. branches.Select((_, i) => i.ToString(CultureInfo.InvariantCulture))];
        string[] titles =
        [
            .. branches.Select((branch, i) => Title(branch) is { } title && !numbers.Contains(title, StringComparer.Ordinal) ? title : numbers[i]),
        ];
        return titles.Distinct(StringComparer.Ordinal).Count() == titles.Length ? titles : numbers;
    }

    private static string? Title(JsonElement branch) =>
        branch.TryGetProperty("title", out JsonElement title) && title.ValueKind == JsonValueKind.String && title.GetString() is { } text
        && text.Trim().Length > 0 && !text.Contains('.', StringComparison.Ordinal) && text != SpaceBuilder.SelfName
            ? text
            : null;

    internal static bool IsNull(JsonElement branch) => branch.ValueKind == JsonValueKind.Object
        && ((branch.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("null"u8))
            || ((branch.TryGetProperty("constant", out JsonElement constant) || branch.TryGetProperty("const", out constant))
                && constant.ValueKind == JsonValueKind.Null));
}
