using System.Reflection;
using System.Text.Json.Nodes;
using Hypermax.Dashboard.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Api;

/// <summary>The description of everything below <c>/api</c>, in the form of OpenAPI.</summary>
/// <remarks>A test makes it of the endpoints themselves (docs/decisions/0269), so that serving it needs no library.</remarks>
internal static class ApiEndpoints
{
    /// <summary>The version of Hypermax.</summary>
    public static readonly string Version = typeof(ApiEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
        ?.InformationalVersion.Split('+')[0] ?? string.Empty;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/openapi.json", Document).WithMetadata(new Needs(Role.Read));

    private static ContentHttpResult Document(HttpContext context)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Hypermax.Dashboard.openapi.json")
            ?? throw new InvalidOperationException("The assembly lacks its own part 'openapi.json'.");
        JsonNode document = JsonNode.Parse(stream)!;
        document["info"]!["version"] = Version;
        document["servers"]![0]!["url"] = $"{context.Request.PathBase}{Gate.BaseOf(context)}/";
        return TypedResults.Content(document.ToJsonString(), "application/json; charset=utf-8");
    }
}
