using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hypermax.Dashboard.Tests.Api;

/// <summary>The pages in an application that writes its own JSON in another way.</summary>
public sealed class HostJsonTests
{
    [Fact]
    public async Task Label_InAnApplicationWithNamesOfItsOwn_IsReadAsDocumented()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-host-").FullName;
        TestStudies.Forest(Path.Combine(folder, "forest"));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        builder.Services.AddHypermaxDashboard(options => options.Folders.Add(folder));
        await using WebApplication app = builder.Build();
        app.MapHypermax("/hypermax");
        await app.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First() + "/hypermax/") };
        JsonElement session = await JsonAsync(client, "api/session");
        string id = Card(await JsonAsync(client, "api/studies")).GetProperty("id").GetString()!;
        HttpRequestMessage request = new(HttpMethod.Put, $"api/studies/{id}/label")
        {
            Content = new StringContent("""{"title":"mine","isArchived":true}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add(session.GetProperty("tokenHeader").GetString()!, session.GetProperty("token").GetString());

        HttpResponseMessage answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True(Card(await JsonAsync(client, "api/studies")).GetProperty("isArchived").GetBoolean());
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static JsonElement Card(JsonElement list) => list.GetProperty("studies")[0];

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path) =>
        JsonDocument.Parse(await client.GetStringAsync(path)).RootElement;
}
