using System.Text.Json;
using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Reads the <c>hyperparameters</c> section of a Hypermax <c>search.json</c>; see docs/formats/search-json.md.</summary>
/// <remarks>
/// Everything that Hypermax reads, plus <c>const</c>, <c>integer</c> and <c>boolean</c>; what it silently turns into "no value"
/// is an error here. Grids stay within [min, max], and every value has the weight its law gives it.
/// </remarks>
public static class SearchJsonReader
{
    /// <summary>Reads a space from a whole <c>search.json</c> or from its <c>hyperparameters</c> section alone.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What the space is called.</param>
    /// <exception cref="FormatException">The text is not JSON, or a node breaks a rule; the message names the path of the node.</exception>
    public static SearchSpace Read(string json, string name = "search") => SpaceTree.Flatten(name, ReadTree(json));

    /// <summary>Reads the nested form of a space.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is not JSON, or a node breaks a rule; the message names the path of the node.</exception>
    public static SpaceNode ReadTree(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            JsonElement root = document.RootElement;
            return Node(root.ValueKind == JsonValueKind.Object && root.TryGetProperty("hyperparameters", out JsonElement section) ? section : root, "hyperparameters");
        }
        catch (JsonException error)
        {
            throw new FormatException($"The search space is not valid JSON: {error.Message}", error);
        }
    }

    private static SpaceNode Node(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Broken(path, $"is {json.GetRawText()}", "a node is an object", "Give it 'type', 'enum', 'constant', 'oneOf' or 'anyOf'.");
        }

        if (json.TryGetProperty("anyOf", out JsonElement branches) || json.TryGetProperty("oneOf", out branches))
        {
            return Branches(branches, path);
        }

        if (json.TryGetProperty("enum", out JsonElement values))
        {
            return Choice(values, json, path);
        }

        if (json.TryGetProperty("constant", out JsonElement constant) || json.TryGetProperty("const", out constant))
        {
            return Leaf(path, facts => new CategoricalParameter("x", [Scalar(constant, path)], facts: facts), json);
        }

        string type = json.TryGetProperty("type", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : string.Empty;
        return type switch
        {
            "object" => Group(json, path),
            "number" => SearchJsonNumber.Read(json, path, isInteger: false),
            "integer" => SearchJsonNumber.Read(json, path, isInteger: true),
            "boolean" => Leaf(path, facts => new CategoricalParameter("x", [false, true], facts: facts), json),
            "" => throw Broken(path, "has no 'type'", "a node needs one", "Give it 'type', 'enum', 'constant', 'oneOf' or 'anyOf'."),
            _ => throw Broken(path, $"has the type '{type}'", "types are 'object', 'number', 'integer' and 'boolean'", "Use one of these, or list the values in 'enum'."),
        };
    }

    private static ObjectNode Group(JsonElement json, string path)
    {
        if (!json.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object)
        {
            throw Broken(path, "has no 'properties'", "an object lists its parts there", "Add them.");
        }

        List<KeyValuePair<string, SpaceNode>> parts = [];
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (property.Name.Length == 0 || property.Name.Contains('.', StringComparison.Ordinal))
            {
                throw Broken($"{path}.{property.Name}", $"has the name '{property.Name}'", "names are not empty and have no dots, which separate the parts of a path", "Rename it.");
            }

            if (parts.Exists(part => part.Key == property.Name))
            {
                throw Broken($"{path}.{property.Name}", "stands twice", "names within an object differ", "Remove or rename one.");
            }

            parts.Add(new KeyValuePair<string, SpaceNode>(property.Name, Node(property.Value, $"{path}.{property.Name}")));
        }

        return new ObjectNode(parts);
    }

    private static BranchesNode Branches(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0)
        {
            throw Broken(path, "has no branches", "'oneOf' and 'anyOf' are lists of at least one object", "Add a branch.");
        }

        List<KeyValuePair<object, ObjectNode>> branches = [];
        foreach (JsonElement branch in json.EnumerateArray())
        {
            string at = FormattableString.Invariant($"{path}.{branches.Count}");
            SpaceNode node = Node(branch, at);
            object label = branch.TryGetProperty("title", out JsonElement title) && title.ValueKind == JsonValueKind.String ? title.GetString()! : (long)branches.Count;
            branches.Add(new KeyValuePair<object, ObjectNode>(label, node as ObjectNode ?? new ObjectNode([new KeyValuePair<string, SpaceNode>("value", node)])));
        }

        return new BranchesNode(branches);
    }

    private static LeafNode Choice(JsonElement values, JsonElement json, string path)
    {
        if (values.ValueKind != JsonValueKind.Array || values.GetArrayLength() == 0)
        {
            throw Broken(path, "has an empty 'enum'", "a choice needs at least one value", "List the values.");
        }

        return Leaf(path, facts => new CategoricalParameter("x", values.EnumerateArray().Select(value => Scalar(value, path)).ToArray(), facts: facts), json);
    }

    private static LeafNode Leaf(string path, Func<ParameterFacts, Parameter> make, JsonElement json)
    {
        try
        {
            return new LeafNode(make(SearchJsonNumber.Facts(json)));
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"'{path}': {error.Message}", error);
        }
    }

    private static object Scalar(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.TryGetInt64(out long whole) ? whole : json.GetDouble(),
        _ => throw Broken(path, $"has the value {json.GetRawText()}", "values are strings, numbers or booleans", "Use one of these; a text such as \"none\" can stand for null."),
    };

    internal static FormatException Broken(string path, string given, string rule, string remedy) => new($"'{path}' {given}; {rule}. {remedy}");
}
