using System.Globalization;
using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Reads the <c>hyperparameters</c> section of a Hypermax <c>search.json</c>; see docs/formats/search-json.md.</summary>
/// <remarks>
/// Everything that Hypermax reads, plus <c>const</c>, <c>integer</c>, <c>boolean</c>, <c>array</c> and null; what it silently turns into "no value"
/// is an error here. Grids stay within [min, max], and every value has the weight its law gives it.
/// </remarks>
public static class SearchJsonReader
{
    private const int MostElements = 256;

    private static readonly string[] Types = ["object", "array", "number", "integer", "boolean"];

    internal static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a space from a whole <c>search.json</c> or from its <c>hyperparameters</c> section alone.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What the space is called.</param>
    /// <exception cref="FormatException">The text is not JSON, or a node breaks a rule; the message names the path of the node.</exception>
    public static SearchSpace Read(string json, string name = "search")
    {
        SearchSpace space = SpaceTree.Flatten(name, ReadTree(json));
        return space.Count > 0
            ? SearchJsonRelations.AddTo(space, json)
            : throw Broken("hyperparameters", "has no parameters", "a search space has at least one", "Add one.");
    }

    /// <summary>Reads the nested form of a space.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is not JSON, or a node breaks a rule; the message names the path of the node.</exception>
    internal static SpaceNode ReadTree(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Lenient);
            SpaceNode node = Node(SectionOf(document), "hyperparameters");
            return node is ObjectNode or BranchesNode
                ? node
                : throw Broken(
                    "hyperparameters", "is a single value", "a whole space is an object or a choice between branches", "Put the value into an object.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The latter comes of texts with half of a surrogate pair.
            throw new FormatException($"The search space is not valid JSON: {error.Message}", error);
        }
    }

    /// <summary>Says in one sentence each which keys say nothing where they stand:
    /// unknown ones, with the nearest name, and those their node does not use.</summary>
    /// <param name="json">A text that <see cref="Read"/> takes.</param>
    internal static IReadOnlyList<string> IgnoredKeys(string json) => [.. Ignored(json).Select(fault => fault.Text)];

    /// <summary>Gets the same, with where they stand.</summary>
    internal static IReadOnlyList<SearchJsonFault> Ignored(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, Lenient);
        List<SearchJsonFault> found = [];
        SearchJsonKeys.Find(SectionOf(document), "hyperparameters", found);
        return found;
    }

    // A whole configuration, or the section alone.
    internal static JsonElement SectionOf(JsonDocument document) =>
        document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("hyperparameters", out JsonElement section)
            ? section
            : document.RootElement;

    internal static SpaceNode Node(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Broken(path, $"is {json.GetRawText()}", "a node is an object", "Give it 'type', 'enum', 'constant', 'oneOf' or 'anyOf'.");
        }

        if (json.TryGetProperty("anyOf", out JsonElement branches) || json.TryGetProperty("oneOf", out branches))
        {
            return SearchJsonBranches.Read(branches, json, path);
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
            "array" => List(json, path),
            "number" => SearchJsonNumber.Read(json, path, isInteger: false),
            "integer" => SearchJsonNumber.Read(json, path, isInteger: true),
            "boolean" => Leaf(path, facts => new CategoricalParameter("x", [false, true], facts: facts), json),
            "" => throw Broken(path, "has no 'type'", "a node needs one", "Give it 'type', 'enum', 'constant', 'oneOf' or 'anyOf'."),
            _ => throw Broken(
                path,
                $"has the type '{type}'",
                "types are 'object', 'array', 'number', 'integer' and 'boolean'",
                $"{NearestName.Hint(type, Types)}Use one of these, or list the values in 'enum'.",
                "type"),
        };
    }

    private static ObjectNode Group(JsonElement json, string path)
    {
        if (!json.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object)
        {
            throw Broken(path, "has no 'properties'", "an object lists its parts there", "Add them.");
        }

        List<KeyValuePair<string, SpaceNode>> parts = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        SearchJsonFaults faults = new();
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (faults.Try(() => Part(property, names, path)) is { } part)
            {
                parts.Add(new KeyValuePair<string, SpaceNode>(property.Name, part));
            }
        }

        faults.ThrowIfAny();
        return new ObjectNode(parts);
    }

    private static SpaceNode Part(JsonProperty property, HashSet<string> names, string path)
    {
        string place = $"{path}.{property.Name}";
        if (property.Name.Length == 0 || property.Name.Contains('.', StringComparison.Ordinal))
        {
            throw Broken(
                place, $"has the name '{property.Name}'", "names are not empty and have no dots, which separate the parts of a path", "Rename it.");
        }

        if (property.Name == SpaceBuilder.SelfName)
        {
            throw Broken(place, $"has the name '{property.Name}'", "that is the parameter that selects a branch", "Rename it.");
        }

        return names.Add(property.Name)
            ? Node(property.Value, place)
            : throw Broken(place, "stands twice", "names within an object differ", "Remove or rename one.");
    }

    // Hypermax has no lists; this is how JSON Schema writes them.
    private static ListNode List(JsonElement json, string path)
    {
        double min = SearchJsonNumber.Number(json, "minItems", path) ?? 0;
        double max = SearchJsonNumber.Number(json, "maxItems", path)
            ?? throw Broken(path, "has no 'maxItems'", "a list has a largest number of elements", "Add it.");
        if (min != Math.Floor(min) || max != Math.Floor(max) || min < 0 || max < Math.Max(1, min) || max > MostElements)
        {
            throw Broken(
                path,
                FormattableString.Invariant($"has {min} to {max} elements"),
                FormattableString.Invariant($"numbers of elements are whole, in order, and between 0 and {MostElements}"),
                "Correct them.");
        }

        SpaceNode element = json.TryGetProperty("items", out JsonElement items)
            ? Node(items, path + ".items")
            : throw Broken(path, "has no 'items'", "a list says what its elements are", "Add it.");
        return element is ObjectNode { Properties.Count: 0 }
            ? throw Broken(
                path + ".items",
                "has no properties",
                "elements of lists have something to search",
                "Use a whole number instead of the list, or give the elements properties.")
            : element is ListNode or OptionalNode
            ? throw Broken(path + ".items", "is a list or may be null", "elements of lists are neither", "Put the element into an object.")
            : new ListNode(element, (int)min, (int)max);
    }

    private static SpaceNode Choice(JsonElement values, JsonElement json, string path)
    {
        if (values.ValueKind != JsonValueKind.Array || values.GetArrayLength() == 0)
        {
            throw Broken(path, "has an empty 'enum'", "a choice needs at least one value", "List the values.", "enum");
        }

        JsonElement[] there = [.. values.EnumerateArray().Where(value => value.ValueKind != JsonValueKind.Null)];
        int absent = values.GetArrayLength() - there.Length;
        if (there.Length == 0 || absent > 1)
        {
            throw Broken(
                path,
                there.Length == 0 ? "is always null" : "lists the choice 'null' twice",
                there.Length == 0 ? "a parameter has a value" : "choices must differ",
                "Remove it.",
                "enum");
        }

        int missing = values.EnumerateArray().TakeWhile(value => value.ValueKind != JsonValueKind.Null).Count();
        double[]? weights = SearchJsonWeights.Read(json, values.GetArrayLength(), path);
        (double probability, weights) = absent == 0 ? (0, weights) : SearchJsonWeights.Without(weights, missing, values.GetArrayLength());
        object[] choices = OfOneType([.. there.Select(value => Scalar(value, path))]);
        LeafNode leaf = Leaf(path, facts => new CategoricalParameter("x", choices, weights, SearchJsonFacts.IsOrdered(json, path), facts), json);
        return absent == 0 ? leaf : new OptionalNode(leaf, probability);
    }

    // Among numbers of both kinds whole ones are doubles too, as they are in C#.
    private static object[] OfOneType(object[] choices) => choices.All(choice => choice is long or double) && choices.Any(choice => choice is double)
        ? [.. choices.Select(choice => (object)Convert.ToDouble(choice, CultureInfo.InvariantCulture))]
        : choices;

    private static LeafNode Leaf(string path, Func<ParameterFacts, CategoricalParameter> make, JsonElement json)
    {
        try
        {
            ParameterFacts facts = SearchJsonFacts.Read(json, path);
            CategoricalParameter parameter = make(facts);
            return new LeafNode(json.TryGetProperty("default", out JsonElement start) && start.ValueKind != JsonValueKind.Null
                ? make(facts with { Default = SearchJsonFacts.Default(parameter, Scalar(start, path), path) })
                : parameter);
        }
        catch (ArgumentException error)
        {
            throw Broken(path, error);
        }
    }

    private static object Scalar(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt64(out long whole) => whole,
        JsonValueKind.Number when double.IsFinite(json.GetDouble()) => json.GetDouble() + 0.0,
        _ => throw Broken(
            path,
            $"has the value {json.GetRawText()}",
            "values are strings, finite numbers or booleans",
            "Use one of these; a text such as \"none\" can stand for null."),
    };

    internal static SearchJsonException Broken(string path, string given, string rule, string remedy, string? key = null) =>
        new([new SearchJsonFault(path, key, $"'{path}' {given}; {rule}. {remedy}")]);

    internal static SearchJsonException Broken(string path, ArgumentException error) =>
        new([new SearchJsonFault(path, Key: null, $"'{path}': {error.Message}")]);
}
