using Hypermax.Hosting.Tests.Searches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hypermax.Hosting.Tests.Health;

public sealed class SearchHealthCheckTests
{
    [Fact]
    public async Task Check_SearchThatGoesWell_IsHealthyAndSaysHowItStands()
    {
        using TestHost host = Of((_, p, _) => Task.FromResult(p.X), trials: 6);
        await host.Running.StartAsync();
        await host.Search().Completion;

        HealthReportEntry entry = await CheckAsync(host);

        Assert.Equal((HealthStatus.Healthy, "All searches are well."), (entry.Status, entry.Description));
        Assert.Equal(("Finished", 6, 6), (entry.Data["line.state"], entry.Data["line.finished"], entry.Data["line.planned"]));
        Assert.InRange((double)entry.Data["line.best"], 0, 1);
        await host.Running.StopAsync();
    }

    [Fact]
    public async Task Check_MostTrialsFail_IsDegraded()
    {
        TaskCompletionSource hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using TestHost host = Of(
            async (_, p, trial) =>
            {
                if (trial.Number == 8)
                {
                    hangs.TrySetResult();
                    await Task.Delay(Timeout.Infinite, trial.Cancellation);
                }

                return trial.Number % 4 == 0 ? p.X : throw new InvalidOperationException("no data");
            },
            trials: 20);
        await host.Running.StartAsync();
        await hangs.Task;

        HealthReportEntry entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("of the last 8 trials failed", entry.Description, StringComparison.Ordinal);
        Assert.Single(host.Log.Lines, line => line.StartsWith("Warning Hypermax.Search: Search 'line': trial 1 failed (Exception)", StringComparison.Ordinal));
        await host.Running.StopAsync();
    }

    [Fact]
    public async Task Check_SearchThatStandsStill_IsDegraded()
    {
        TaskCompletionSource hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using TestHost host = Of(
            async (_, _, trial) =>
            {
                hangs.TrySetResult();
                await Task.Delay(Timeout.Infinite, trial.Cancellation);
                return 1;
            },
            trials: 5,
            options => options.Silence = TimeSpan.FromMilliseconds(20));
        await host.Running.StartAsync();
        await hangs.Task;
        await Task.Delay(50);

        HealthReportEntry entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("has finished no trial for", entry.Description, StringComparison.Ordinal);
        await host.Running.StopAsync();
    }

    [Fact]
    public async Task Check_SearchThatAnErrorEnded_IsUnhealthy()
    {
        using TestHost host = new(services => services
            .AddHypermaxSearch<LineParams>(
                "line",
                (_, p, _) => Task.FromResult(p.X),
                options => options.Study = options.Study with { BeforeTrial = _ => throw new IOException("disk full") })
            .Configure<Microsoft.Extensions.Hosting.HostOptions>(
                options => options.BackgroundServiceExceptionBehavior = Microsoft.Extensions.Hosting.BackgroundServiceExceptionBehavior.Ignore)
            .AddHealthChecks().AddHypermax());
        await host.Running.StartAsync();
        await Assert.ThrowsAsync<IOException>(() => host.Search().Completion);

        HealthReportEntry entry = await CheckAsync(host);

        Assert.Equal((HealthStatus.Unhealthy, "Search 'line' was ended by an error: disk full"), (entry.Status, entry.Description));
        await host.Running.StopAsync();
    }

    private static TestHost Of(
        Func<IServiceProvider, LineParams, TrialContext, Task<double>> objective, int trials, Action<SearchHealthOptions>? configure = null) =>
        new(services => services
            .AddHypermaxSearch("line", objective, options => options.Study = options.Study with { Trials = trials, Method = "random" })
            .AddHealthChecks().AddHypermax(configure: configure));

    private static async Task<HealthReportEntry> CheckAsync(TestHost host) =>
        (await host.Get<HealthCheckService>().CheckHealthAsync()).Entries["hypermax"];
}
