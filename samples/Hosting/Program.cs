using System.Text.Json.Serialization;
using Hosting;
using Hypermax;
using Hypermax.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// What the service works with: the section "Batching", refused at start when a value is out of the range that its attribute gives.
builder.Services.AddHypermaxParameters<BatchingParams>("Batching");

// What looks for something better meanwhile, on recorded traffic; its settings are those of Hypermax:Searches:batching.
builder.Services.AddSingleton<RecordedTraffic>();
builder.Services.AddHypermaxSearch<BatchingParams, BatchingObjective>("batching");

// The pages over it, at /hypermax: without accounts, for this machine alone.
builder.Services.AddHypermaxDashboard(pages => pages.Folders.Add(Path.Combine(builder.Environment.ContentRootPath, "searches")));

builder.Services.AddHealthChecks().AddHypermax();
builder.Services.AddOpenTelemetry()
    .WithTracing(tracing => tracing.AddSource(HypermaxTelemetry.Name).AddConsoleExporter())
    .WithMetrics(metrics => metrics.AddMeter(HypermaxTelemetry.Name).AddConsoleExporter());

builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
WebApplication app = builder.Build();
app.MapHealthChecks("/health");
app.MapHypermax("/hypermax");
app.MapGet("/parameters", (IOptionsMonitor<BatchingParams> parameters) => parameters.CurrentValue);
app.MapGet("/search", ([FromKeyedServices("batching")] HostedSearch search) => new
{
    State = search.State.ToString(),
    search.Progress?.Finished,
    search.Progress?.Planned,
    Milliseconds = search.Progress?.Best?.Value,
    Better = search.Progress?.Best is { } best ? BatchingParams.SearchSpace.Bind(best.Point) : null,
});
app.Run();
