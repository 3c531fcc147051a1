using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hypermax.Dashboard.Tests.Api;

/// <summary>The document that is served: the endpoints as they describe themselves, with what the gate before them asks and the words of comments.</summary>
internal static class ApiDocument
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What stands in the addresses of many endpoints.
    private static readonly Dictionary<string, string> Shared = new(StringComparer.Ordinal)
    {
        ["id"] = "The id of the study, as the list of studies has it.",
        ["number"] = "The number of the trial.",
    };

    public static async Task<string> MakeAsync()
    {
        DocComments comments = new();
        JsonObject read = await DescribedEndpoints.ReadAsync();
        SortedDictionary<string, string?> tags = new(StringComparer.Ordinal);
        foreach ((string path, JsonNode? item) in read["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject())
            {
                string tag = (string)operation!["tags"]![0]!;
                tags[tag] = Concept(comments, tag);
                GateWords.Describe(path, method, operation.AsObject());
                Parameters(operation.AsObject());
            }
        }

        JsonObject schemas = read["components"]!["schemas"]!.AsObject();
        Schemas.Describe(schemas, comments);
        JsonObject document = new()
        {
            ["openapi"] = (string)read["openapi"]!,
            ["info"] = new JsonObject
            {
                ["title"] = "Hypermax dashboard",
                ["description"] = "Studies, their trials, charts, notes and searches, as the pages have them; docs/guide/dashboard-api.md shows how to ask.",
                ["version"] = "0",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["name"] = tag.Key, ["description"] = tag.Value })]),
            ["paths"] = read["paths"]!.DeepClone(),
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = GateWords.Schemes(),
                ["responses"] = GateWords.Refusals(),
                ["schemas"] = schemas.DeepClone(),
            },
        };
        return Schemas.Inlined(document).ToJsonString(Form);
    }

    // A concept is a folder, and says what it is about at the class that maps its first endpoints.
    private static string? Concept(DocComments comments, string tag) => new[] { tag.TrimEnd('s'), tag, "Study", "Event", "Steer", "SignIn" }
        .Select(name => comments.Of($"Hypermax.Dashboard.{tag}.{name}Endpoints")).FirstOrDefault(text => text is not null);

    private static void Parameters(JsonObject operation)
    {
        foreach (JsonObject parameter in (operation["parameters"]?.AsArray() ?? []).OfType<JsonObject>())
        {
            parameter["description"] ??= Shared.GetValueOrDefault((string)parameter["name"]!);
            if ((string?)parameter["schema"]?["type"] == "array")
            {
                // A list without entries is one, too.
                parameter.Remove("required");
            }
        }
    }
}
