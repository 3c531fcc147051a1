using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hypermax.Hosting.Health;

/// <summary>Tells how the searches of an application are: one that an error ended is unhealthy, one that mostly fails or stands still is degraded.</summary>
/// <param name="searches">The searches.</param>
/// <param name="options">When they are no longer healthy.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class SearchHealthCheck(IEnumerable<HostedSearch> searches, SearchHealthOptions options, TimeProvider clock) : IHealthCheck
{
    private const int FewestTrials = 5;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        List<string> problems = [];
        HealthStatus status = HealthStatus.Healthy;
        foreach (HostedSearch search in searches)
        {
            Describe(search, data);
            (HealthStatus Status, string? Problem) one = Judge(search);
            status = one.Status < status ? one.Status : status;
            if (one.Problem is not null)
            {
                problems.Add(one.Problem);
            }
        }

        string words = problems.Count > 0 ? string.Join(" ", problems) : "All searches are well.";
        return Task.FromResult(new HealthCheckResult(
            status == HealthStatus.Unhealthy ? context.Registration.FailureStatus : status, words, data: data));
    }

    private static void Describe(HostedSearch search, Dictionary<string, object> data)
    {
        StudyProgress? progress = search.Progress;
        data[$"{search.Name}.state"] = search.State.ToString();
        data[$"{search.Name}.finished"] = progress?.Finished ?? 0;
        data[$"{search.Name}.planned"] = progress?.Planned ?? 0;
        data[$"{search.Name}.best"] = progress?.Best?.Value ?? double.NaN;
    }

    private (HealthStatus Status, string? Problem) Judge(HostedSearch search)
    {
        if (search.State == HostedSearchState.Failed)
        {
            string why = search.Completion.Exception?.InnerException?.Message ?? "no message";
            return (HealthStatus.Unhealthy, $"Search '{search.Name}' was ended by an error: {why}");
        }

        if (search.State != HostedSearchState.Running)
        {
            return (HealthStatus.Healthy, null);
        }

        if (search.RecentTrials >= FewestTrials && search.FailedShare > options.MostFailed)
        {
            return (HealthStatus.Degraded, string.Create(
                CultureInfo.InvariantCulture,
                $"Search '{search.Name}': {search.FailedShare:P0} of the last {search.RecentTrials} trials failed. Look at their messages in its folder."));
        }

        TimeSpan since = clock.GetUtcNow() - (search.LastSign ?? clock.GetUtcNow());
        return options.Silence is { } silence && since > silence
            ? (HealthStatus.Degraded, string.Create(
                CultureInfo.InvariantCulture,
                $"Search '{search.Name}' has finished no trial for {since.TotalSeconds:F0} s; {silence.TotalSeconds:F0} s are allowed."))
            : (HealthStatus.Healthy, null);
    }
}
