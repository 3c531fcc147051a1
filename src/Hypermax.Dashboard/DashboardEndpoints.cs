using Hypermax.Dashboard;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Artifacts;
using Hypermax.Dashboard.Charts;
using Hypermax.Dashboard.Downloads;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Notes;
using Hypermax.Dashboard.Pages;
using Hypermax.Dashboard.Guiding;
using Hypermax.Dashboard.Studies;
using Hypermax.Dashboard.Trials;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hypermax;

/// <summary>Maps the pages over studies into an application.</summary>
public static class DashboardEndpoints
{
    /// <summary>Maps the pages and their JSON below a path.</summary>
    /// <param name="routes">The application.</param>
    /// <param name="path">The path, such as <c>/hypermax</c>; <c>/</c> for the whole of the application.</param>
    /// <returns>What conventions are added to, such as <c>RequireAuthorization()</c>.</returns>
    /// <exception cref="InvalidOperationException">The services are not there: <see cref="DashboardServices.AddHypermaxDashboard"/> adds them.</exception>
    /// <exception cref="FormatException">The file of accounts is none.</exception>
    public static IEndpointConventionBuilder MapHypermax(this IEndpointRouteBuilder routes, string path = "/hypermax")
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(path);
        Gate gate = routes.ServiceProvider.GetService<Gate>() ?? throw new InvalidOperationException(
            "MapHypermax needs services that are not there. Call services.AddHypermaxDashboard() first.");
        string prefix = path.TrimEnd('/');
        RouteGroupBuilder group = routes.MapGroup(prefix);
        group.WithMetadata(new MappedAt(prefix));
        SignInEndpoints.Map(group);
        PageEndpoints.Map(group);
        StudyEndpoints.Map(group);
        TrialEndpoints.Map(group);
        ArtifactEndpoints.Map(group);
        ChartEndpoints.Map(group);
        ChartFileEndpoints.Map(group);
        EventEndpoints.Map(group);
        DownloadEndpoints.Map(group);
        NoteEndpoints.Map(group);
        SteerEndpoints.Map(group);
        RunEndpoints.Map(group);
        ApiEndpoints.Map(group);

        // Last, so that nothing of a request is read before it has passed.
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            RequestDelegate next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => gate.PassAsync(context, next);
        });
        return group;
    }
}
