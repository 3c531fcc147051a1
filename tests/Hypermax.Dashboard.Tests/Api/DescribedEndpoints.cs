using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;

namespace Hypermax.Dashboard.Tests.Api;

/// <summary>What Microsoft.AspNetCore.OpenApi finds out about the endpoints that are mapped: addresses, parameters, bodies, answers, schemas.</summary>
internal static class DescribedEndpoints
{
    private const string Name = "hypermax";

    public static async Task<JsonObject> ReadAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHypermaxDashboard();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, DashboardJson.Default);
        });
        builder.Services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.RelativePath!.StartsWith("api/", StringComparison.Ordinal);
            options.AddOperationTransformer((operation, context, _) =>
            {
                Describe(operation, context.Description.ActionDescriptor.EndpointMetadata);
                return Task.CompletedTask;
            });
        });
        await using WebApplication app = builder.Build();
        app.MapHypermax("/");
        await app.StartAsync();
        OpenApiDocument document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();
        await app.StopAsync();
        return JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!.AsObject();
    }

    // Where an endpoint lives is what it is about.
    private static void Describe(OpenApiOperation operation, IList<object> metadata)
    {
        string concept = metadata.OfType<MethodInfo>().Single().DeclaringType!.Namespace!.Split('.')[^1];
        string role = metadata.OfType<Needs>().Last().Role.ToString().ToLowerInvariant();
        operation.OperationId = metadata.OfType<Operation>().LastOrDefault()?.Name;
        operation.Tags = new HashSet<OpenApiTagReference> { new(concept) };
        foreach (ParameterWords words in metadata.OfType<ParameterWords>())
        {
            operation.Parameters!.Single(parameter => parameter.Name == words.Name).Description = words.Text;
        }

        operation.AddExtension("x-role", new JsonNodeExtension(role));
    }
}
