using System.Text.Json.Nodes;

namespace Hypermax.Config.Keys;

/// <summary>The keys of a node of the space for the schema; a test compares them with those that the reader knows.</summary>
internal static class NodeKeys
{
    private const string Reference = """{"$ref": "#/$defs/node"}""";
    private const string Scalar = """{"type": ["string", "number", "boolean", "null"]}""";

    /// <summary>Gets what each key may be, and what it says.</summary>
    public static readonly IReadOnlyDictionary<string, (string Schema, string Meaning)> Keys = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["type"] = ("""{"enum": ["object", "array", "number", "integer", "boolean", "string", "null"]}""", "What the node is."),
        ["properties"] = ("""{"type": "object", "additionalProperties": """ + Reference + "}", "The parts of an object by their names."),
        ["required"] = ("""{}""", "Means nothing here; every part is there."),
        ["additionalProperties"] = ("""{}""", "Means nothing here."),
        ["relations"] = ("""{"type": ["array", "null"], "items": {"$ref": "#/$defs/relation"}}""", "What holds between parameters; of the outermost object."),
        ["items"] = (Reference, "What the elements of a list are."),
        ["minItems"] = ("""{"type": ["integer", "null"], "minimum": 0, "maximum": 256}""", "The smallest number of elements; 0 by default."),
        ["maxItems"] = ("""{"type": "integer", "minimum": 1, "maximum": 256}""", "The largest number of elements."),
        ["anyOf"] = ("""{"type": "array", "minItems": 1, "items": """ + Reference + "}", "A choice between branches."),
        ["oneOf"] = ("""{"type": "array", "minItems": 1, "items": """ + Reference + "}", "A choice between branches; the same as anyOf."),
        ["enum"] = ("""{"type": "array", "minItems": 1, "uniqueItems": true, "items": """ + Scalar + "}", "A choice between values."),
        ["constant"] = (Scalar, "A fixed value."),
        ["const"] = (Scalar, "A fixed value; the same as constant."),
        ["weights"] = ("""{"type": ["array", "null"], "items": {"type": "number", "minimum": 0}}""", "How likely each value or branch is."),
        ["ordered"] = ("""{"type": ["boolean", "null"]}""", "Whether the values of an enum have an order."),
        ["default"] = (Scalar, "The value of the first trial."),
        ["mode"] = ("""{"enum": ["uniform", "normal", "randint", null]}""", "The law of a number; uniform by default."),
        ["scaling"] = ("""{"enum": ["linear", "logarithmic", null]}""", "The scale of a number; linear by default."),
        ["min"] = ("""{"type": ["number", "null"]}""", "The lowest value; 0 by default."),
        ["max"] = ("""{"type": ["number", "null"]}""", "The highest value; 1 by default."),
        ["rounding"] = ("""{"type": ["number", "null"], "exclusiveMinimum": 0}""", "The distance of neighbours: values are its multiples."),
        ["mean"] = ("""{"type": ["number", "null"]}""", "The mean of a normal law; the geometric one on a logarithmic scale."),
        ["stddev"] = ("""{"type": ["number", "null"], "exclusiveMinimum": 0}""", "The deviation of a normal law; the geometric one on a logarithmic scale."),
        ["unit"] = ("""{"type": ["string", "null"]}""", "What a number counts, for charts."),
        ["description"] = ("""{"type": ["string", "null"]}""", "What the parameter is, for reports."),
        ["title"] = ("""{"type": "string"}""", "The name of a branch."),
        ["$comment"] = ("""{}""", "A note."),
        ["$schema"] = ("""{}""", "Means nothing here."),
        ["$id"] = ("""{}""", "Means nothing here."),
        ["$ref"] = (
            """{"type": "string", "minLength": 1}""",
            "A part of this file, #/$defs/layer, or of another, layers.json#/layer; keys beside it count before its own."),
    };

    /// <summary>What a node needs, by what it is.</summary>
    private const string Forms = """
        [
          {"required": ["$ref"]},
          {"required": ["anyOf"]},
          {"required": ["oneOf"]},
          {"required": ["enum"]},
          {"required": ["constant"]},
          {"required": ["const"]},
          {"required": ["type", "properties"], "properties": {"type": {"const": "object"}}},
          {"required": ["type", "items", "maxItems"], "properties": {"type": {"const": "array"}}},
          {"required": ["type"], "properties": {"type": {"enum": ["number", "integer", "boolean", "null"]}}}
        ]
        """;

    private const string Relation = """
        {
          "type": "object",
          "required": ["kind", "members"],
          "additionalProperties": false,
          "properties": {
            "kind": {"enum": ["lessThan", "atMost", "sum"]},
            "members": {"type": "array", "minItems": 2, "items": {"type": "string"}},
            "total": {"type": "number"}
          }
        }
        """;

    /// <summary>Writes the definitions that a space is made of.</summary>
    public static JsonObject ToDefinitions()
    {
        JsonObject properties = [];
        foreach ((string key, (string schema, string meaning)) in Keys)
        {
            JsonObject shape = JsonNode.Parse(schema)!.AsObject();
            shape["description"] = meaning;
            properties[key] = shape;
        }

        return new JsonObject
        {
            ["node"] = new JsonObject { ["type"] = "object", ["properties"] = properties, ["anyOf"] = JsonNode.Parse(Forms) },
            ["relation"] = JsonNode.Parse(Relation),
        };
    }
}
