using System.Text.Json;
using System.Text.Json.Nodes;
using Hypermax.Dashboard.Tests.Serving;
using Json.Schema;

namespace Hypermax.Dashboard.Tests.Api;

/// <summary>What endpoints answer is what the document says: with every member that it calls required, and none that it does not know.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("/api/session", "api/session")]
    [InlineData("/api/studies", "api/studies")]
    [InlineData("/api/studies/{id}", "api/studies/ID")]
    [InlineData("/api/studies/{id}/news", "api/studies/ID/news")]
    [InlineData("/api/studies/{id}/running", "api/studies/ID/running")]
    [InlineData("/api/studies/{id}/trials", "api/studies/ID/trials?count=3&sort=loss&column=loss&numbers=1,2")]
    [InlineData("/api/studies/{id}/trials/{number}", "api/studies/ID/trials/3")]
    [InlineData("/api/studies/{id}/trials/{number}", "api/studies/ID/trials/8")]
    [InlineData("/api/studies/{id}/trials/{number}", "api/studies/ID/trials/1000")]
    [InlineData("/api/studies/{id}/compare", "api/studies/ID/compare?numbers=1,2")]
    [InlineData("/api/studies/{id}/trials/{number}/log", "api/studies/ID/trials/3/log")]
    [InlineData("/api/studies/{id}/trials/{number}/artifacts", "api/studies/ID/trials/3/artifacts")]
    [InlineData("/api/studies/{id}/trials/{number}/artifact", "api/studies/ID/trials/3/artifact?path=b.csv")]
    [InlineData("/api/studies/{id}/trials/{number}/artifact/beginning", "api/studies/ID/trials/3/artifact/beginning?path=a.csv")]
    [InlineData("/api/studies/{id}/trials/{number}/note", "api/studies/ID/trials/3/note")]
    [InlineData("/api/studies/{id}/note", "api/studies/ID/note")]
    [InlineData("/api/studies/{id}/audit", "api/studies/ID/audit")]
    [InlineData("/api/studies/{id}/charts", "api/studies/ID/charts?of=parameters")]
    [InlineData("/api/studies/{id}/chart", "api/studies/ID/chart?name=history")]
    [InlineData("/api/studies/{id}/chart", "api/studies/ID/chart")]
    [InlineData("/api/studies/{id}/chosen", "api/studies/ID/chosen?x=Trees&y=loss")]
    [InlineData("/api/comparison", "api/comparison?ids=ID")]
    [InlineData("/api/comparison", "api/comparison?ids=nothing")]
    [InlineData("/api/studies/{id}/download/{file}", "api/studies/ID/download/best.json")]
    [InlineData("/api/run", "api/run")]
    [InlineData("/api/studies/{id}/trials", "api/studies/none/trials")]
    [InlineData("/api/studies/{id}/trials", "api/studies/ID/trials?filter=nothing%3D1")]
    public async Task Answer_OfAnEndpoint_IsAsDescribed(string endpoint, string path)
    {
        await using TestServer server = await ServerAsync();
        JsonNode document = JsonNode.Parse(await server.Client.GetStringAsync("openapi.json"))!;

        HttpResponseMessage answer = await server.Client.GetAsync(path.Replace("ID", await server.IdAsync("forest"), StringComparison.Ordinal));

        await RequireDescribedAsync(document, document["paths"]![endpoint]!["get"]!, answer);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("trials/0")]
    public async Task Answer_OfARunningStudy_IsAsDescribed(string last)
    {
        await using TestServer server = new();
        await using RunningSearch search = await TestStudies.TellingAsync(server);
        JsonNode document = JsonNode.Parse(await server.Client.GetStringAsync("openapi.json"))!;

        HttpResponseMessage answer = await server.Client.GetAsync($"api/studies/{await server.IdAsync("live")}/{last}");

        string endpoint = $"/api/studies/{{id}}/{last.Replace("0", "{number}", StringComparison.Ordinal)}";
        await RequireDescribedAsync(document, document["paths"]![endpoint]!["get"]!, answer);
    }

    [Theory]
    [InlineData("put", "label", """{"title":"mine","tags":["a"],"isArchived":true}""")]
    [InlineData("put", "note", """{"markdown":"words","stamp":"e3b0c44298fc1c14"}""")]
    [InlineData("put", "note", """{"markdown":"words","stamp":"of another"}""")]
    [InlineData("post", "guide", """{"action":"lock","parameter":"Trees","value":5}""")]
    [InlineData("post", "guide", """{"action":"dance"}""")]
    public async Task Answer_OfAChange_IsAsDescribed(string method, string last, string body)
    {
        await using TestServer server = await ServerAsync();
        JsonNode document = JsonNode.Parse(await server.Client.GetStringAsync("openapi.json"))!;
        string path = $"api/studies/{await server.IdAsync("forest")}/{last}";

        HttpResponseMessage answer = await server.SendAsync(new HttpMethod(method), path, JsonNode.Parse(body));

        JsonNode operation = document["paths"]![$"/api/studies/{{id}}/{last}"]![method]!;
        await RequireDescribedAsync(document, operation, answer);
        JsonNode form = operation["requestBody"]!["content"]!["application/json"]!["schema"]!;
        Assert.True(Matches(document, form, JsonNode.Parse(body)), $"{body} is not of the form that is documented");
    }

    private static async Task<TestServer> ServerAsync()
    {
        TestServer server = new();
        string folder = TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string files = Directory.CreateDirectory(Path.Combine(folder, "artifacts/trial_3")).FullName;
        await File.WriteAllTextAsync(Path.Combine(files, "a.csv"), "a,b\n1,2\n");
        return server;
    }

    private static async Task RequireDescribedAsync(JsonNode document, JsonNode operation, HttpResponseMessage answer)
    {
        string code = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string text = await answer.Content.ReadAsStringAsync();
        JsonNode? described = operation["responses"]![code];
        Assert.True(described is not null, $"{code} is not documented; it came with {text}");
        described = (string?)described["$ref"] is { } reference ? document["components"]!["responses"]![reference.Split('/')[^1]] : described;
        JsonNode? content = described!["content"];
        if (content is null)
        {
            Assert.Empty(text);
            return;
        }

        string type = answer.Content.Headers.ContentType!.MediaType!;
        Assert.True(content[type] is not null, $"{type} is not documented for {code}");
        Assert.True(Matches(document, content[type]!["schema"]!, JsonNode.Parse(text)), $"{text} is not as documented");
    }

    // Members that are not documented count as wrong here.
    private static bool Matches(JsonNode document, JsonNode form, JsonNode? value)
    {
        JsonObject definitions = document["components"]!["schemas"]!.DeepClone().AsObject();
        foreach ((_, JsonNode? definition) in definitions)
        {
            definition!["additionalProperties"] = false;
        }

        JsonObject schema = form.DeepClone().AsObject();
        schema["$defs"] = definitions;
        string text = schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        return JsonSchema.FromText(text).Evaluate(JsonSerializer.SerializeToElement(value)).IsValid;
    }
}
