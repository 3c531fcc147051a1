using Hypermax.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hypermax.Hosting;

/// <summary>Adds a check of the hosted searches to the health checks of an application.</summary>
public static class HypermaxHealthChecks
{
    /// <summary>Adds the check: unhealthy when an error ended a search, degraded when most of its last trials failed or it stands still.</summary>
    /// <remarks>Its data have state, finished and planned trials and the best value of each search.</remarks>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="configure">Says when a search is no longer healthy; null for the defaults.</param>
    /// <param name="failureStatus">What an ended search is reported as; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to choose checks by; null for none.</param>
    public static IHealthChecksBuilder AddHypermax(
        this IHealthChecksBuilder builder,
        string name = "hypermax",
        Action<SearchHealthOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        SearchHealthOptions options = new();
        configure?.Invoke(options);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new SearchHealthCheck(provider.GetServices<HostedSearch>(), options, provider.GetService<TimeProvider>() ?? TimeProvider.System),
            failureStatus,
            tags));
    }
}
