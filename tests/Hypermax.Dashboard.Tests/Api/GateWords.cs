using System.Text.Json.Nodes;

namespace Hypermax.Dashboard.Tests.Api;

/// <summary>What stands before endpoints, in the words of the document: who may use them, what changes need, and with which codes they refuse.</summary>
internal static class GateWords
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["400"] = "A part of the request is missing or not of its form, the study has not begun, or the server is called by a strange name.",
        ["401"] = "Nobody has signed in, or name and password do not belong together.",
        ["403"] = "Who asks may not, or the server does not do this as it was started.",
        ["404"] = "There is nothing of this name.",
        ["409"] = "It cannot be read or written now, or somebody else has changed it meanwhile.",
        ["410"] = "The study is no longer where it was.",
        ["413"] = "The request is larger than the server takes.",
        ["415"] = "The request is no JSON.",
        ["429"] = "There were too many attempts; wait a minute.",
        ["503"] = "The database of the study does not answer.",
    };

    /// <summary>Says of an operation who may use it, and adds the refusals that go without saying where it is mapped.</summary>
    public static void Describe(string path, string method, JsonObject operation)
    {
        string role = (string)operation["x-role"]!;
        bool isChange = method != "get";
        operation["description"] = string.Join(' ', new[] { (string?)operation["description"], Needs(role) }.Where(text => text is not null));
        operation["security"] = Security(role, isChange);
        JsonObject answers = operation["responses"]!.AsObject();
        string[] more =
        [
            "400",
            .. role == "none" ? [] : (string[])["401", "403"],
            .. path.Contains("{id}", StringComparison.Ordinal) ? (string[])["404", "503"] : [],
            .. operation.ContainsKey("requestBody") ? (string[])["413", "415"] : [],
        ];
        foreach (string code in more)
        {
            answers.TryAdd(code, new JsonObject());
        }

        operation["responses"] = new JsonObject(answers.OrderBy(answer => answer.Key, StringComparer.Ordinal)
            .Select(answer => KeyValuePair.Create<string, JsonNode?>(answer.Key, Answer(answer.Key, answer.Value!))));
    }

    /// <summary>Makes the refusals that operations share.</summary>
    public static JsonObject Refusals() => new(Codes.Select(code => KeyValuePair.Create<string, JsonNode?>($"Problem{code.Key}", new JsonObject
    {
        ["description"] = code.Value,
        ["content"] = new JsonObject
        {
            ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
        },
    })));

    /// <summary>Makes what can be asked of a request.</summary>
    public static JsonObject Schemes() => new()
    {
        ["session"] = new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = "cookie",
            ["name"] = "hypermax-session",
            ["description"] = "The cookie that signing in sets. Of a server without accounts nobody has one, and who is on its machine may do everything.",
        },
        ["token"] = new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = "header",
            ["name"] = "RequestVerificationToken",
            ["description"] = "What GET /api/session gives as token, together with the cookies that it sets. An application may have another name for the "
                + "header, which stands there as tokenHeader. After signing in it is another token.",
        },
    };

    private static JsonObject Answer(string code, JsonNode answer)
    {
        if (Codes.ContainsKey(code))
        {
            return new JsonObject { ["$ref"] = $"#/components/responses/Problem{code}" };
        }

        JsonObject described = answer.DeepClone().AsObject();
        described["description"] = code == "204" ? "It is done." : "What was asked for.";
        return described;
    }

    private static string Needs(string role) => role switch
    {
        "none" => "For everybody.",
        "read" => "Needs the role 'read'.",
        _ => "Needs the role 'steer'.",
    };

    private static JsonArray Security(string role, bool isChange)
    {
        string[] always = isChange ? ["token"] : [];
        string[][] ways = role == "none" ? [always] : [["session", .. always], always];
        return ways is [[]] ? [] : new JsonArray(
            [.. ways.Select(way => new JsonObject(way.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonArray()))))]);
    }
}
