using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hypermax.Config.Keys;

namespace Hypermax.Config;

/// <summary>Writes the JSON Schema (draft 2020-12) of a configuration from the tables that the reader follows.</summary>
internal static class ConfigSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the schema as indented text.</summary>
    public static string Write() => Build().ToJsonString(Indented) + "\n";

    private static JsonObject Build()
    {
        JsonObject document = ConfigKeys.Document.ToSchema();
        JsonObject properties = document["properties"]!.AsObject();
        properties[ConfigKeys.Space] = new JsonObject
        {
            ["description"] = properties[ConfigKeys.Space]!["description"]!.GetValue<string>(),
            ["$ref"] = "#/$defs/node",
        };
        AddNeeds(properties["function"]!.AsObject());
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A search of Hypermax",
            ["description"] = "The configuration that 'hypermax search.json' runs; see docs/formats/search-json.md.",
            ["type"] = "object",
            ["properties"] = properties.DeepClone(),
            ["if"] = JsonNode.Parse("""{"required": ["function"], "properties": {"function": {"properties": {"type": {"const": "dotnet"}}, """
                + """ "required": ["type"]}}}"""),
            ["then"] = new JsonObject { ["not"] = new JsonObject { ["required"] = new JsonArray(ConfigKeys.Space) } },
            ["else"] = new JsonObject { ["required"] = new JsonArray(ConfigKeys.Space) },
            ["$defs"] = NodeKeys.ToDefinitions(),
        };
    }

    // What each kind of function cannot do without.
    private static void AddNeeds(JsonObject function)
    {
        function["required"] = new JsonArray("type");
        function["allOf"] = new JsonArray(
        [
            .. FunctionKeys.Needs.Select(need => new JsonObject
            {
                ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = need.Key } } },
                ["then"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray([.. need.Value.Select(keys => new JsonObject
                    {
                        ["required"] = new JsonArray([.. keys.Select(key => JsonValue.Create(key))]),
                    })]),
                },
            }),
        ]);
    }
}
