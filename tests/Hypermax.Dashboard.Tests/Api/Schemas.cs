using System.Text.Json.Nodes;

namespace Hypermax.Dashboard.Tests.Api;

/// <summary>The schemas of contracts, with the words of their comments.</summary>
internal static class Schemas
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>Adds descriptions, and says of what may be missing that it may: members without a value are left out.</summary>
    public static void Describe(JsonObject schemas, DocComments comments)
    {
        foreach ((string name, JsonNode? schema) in schemas)
        {
            if (schema!["properties"] is not JsonObject members)
            {
                continue;
            }

            string type = $"Hypermax.Dashboard.Contracts.{name}";
            schema["description"] = comments.Of(type);
            foreach ((string member, JsonNode? value) in members)
            {
                if (IsOptional(value!.AsObject()))
                {
                    schema["required"]!.AsArray().RemoveAll(entry => (string)entry! == member);
                }

                value!["description"] = comments.Of(type, member);
            }

            if (schema["required"] is JsonArray { Count: 0 })
            {
                schema.AsObject().Remove("required");
            }
        }
    }

    /// <summary>Puts what is no contract, such as bytes, in the place of its name.</summary>
    public static JsonObject Inlined(JsonObject document)
    {
        JsonObject schemas = document["components"]!["schemas"]!.AsObject();
        Inline(document, string.Empty);
        foreach (string name in schemas.Where(schema => schema.Value!["properties"] is null).Select(schema => schema.Key).ToArray())
        {
            schemas.Remove(name);
        }

        return document;
    }

    private static bool IsOptional(JsonObject schema)
    {
        if (schema["type"] is JsonArray types && types.Any(type => (string)type! == "null"))
        {
            schema["type"] = types.Select(type => (string)type!).Single(type => type != "null");
            return true;
        }

        if (schema["oneOf"] is JsonArray { Count: 2 } ways && (string?)ways[0]!["type"] == "null")
        {
            schema.Remove("oneOf");
            return true;
        }

        return false;
    }

    private static void Inline(JsonNode? node, string media)
    {
        switch (node)
        {
            case JsonObject item when (string?)item["$ref"] is Prefix + "Stream":
                item.Remove("$ref");
                if (media.StartsWith("text/", StringComparison.Ordinal) || media is "image/svg+xml" or "application/jsonl")
                {
                    item["type"] = "string";
                }

                break;

            case JsonObject item when (string?)item["$ref"] is Prefix + "JsonElement":
                item.Remove("$ref");
                break;

            case JsonObject item:
                foreach ((string name, JsonNode? value) in item.ToArray())
                {
                    Inline(value, name.Contains('/', StringComparison.Ordinal) && !name.StartsWith('/') ? name : media);
                }

                break;

            case JsonArray list:
                foreach (JsonNode? entry in list)
                {
                    Inline(entry, media);
                }

                break;
        }
    }
}
