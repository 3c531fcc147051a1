using System.Globalization;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>A server whose processes are killed at any moment while workers ask and tell.</summary>
public sealed class OutageTests
{
    private const string AnyBackend = "select pid from pg_stat_activity where application_name = 'hypermax' limit 1";
    private const string Sessions = """
        select state, wait_event_type, wait_event, query_start, left(query, 60) from pg_stat_activity where application_name = 'hypermax'
        """;

    [PostgresFact]
    public async Task RunAsync_BackendsAndPostmasterAreKilled_TheStudyHasExactlyItsTrials()
    {
        const int Trials = 1500;
        using PostgresServer server = PostgresServer.Start();
        PostgresOptions options = new() { Lease = TimeSpan.FromSeconds(5) };
        PostgresStore[] stores = [.. Enumerable.Range(0, 6).Select(_ => new PostgresStore(server.Address, "chaos", options))];
        Task[] workers =
        [
            .. stores.Select(store => Task.Run(() =>
            {
                using (store)
                {
                    Searches.Work(store, Trials);
                }
            })),
        ];

        int kills = 0;
        while (!Task.WhenAll(workers).IsCompleted && kills < 12)
        {
            await Task.Delay(150 + (kills * 37 % 200));
            kills++;
            if (kills % 4 == 0)
            {
                server.Crash();
                server.Go();
            }
            else if (kills % 4 == 2)
            {
                TrySql(server, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hypermax' order by query_start limit 2");
            }
            else if (int.TryParse(TrySql(server, AnyBackend), CultureInfo.InvariantCulture, out int pid))
            {
                server.KillBackend(pid);
            }
        }

        Task ended = Task.WhenAll(workers);
        if (await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMinutes(1.5))) != ended)
        {
            string running = server.Sql("select * from hypermax.trials where state = 'running'");
            Assert.Fail($"{workers.Count(worker => !worker.IsCompleted)} workers still wait, and {running} runs; {server.Sql(Sessions)}");
        }

        await ended;
        Assert.True(kills >= 4, $"the search was over after {kills} kills");
        Searches.RequireExact(server, "chaos", Trials);
    }

    // While it recovers it answers nobody.
    private static string TrySql(PostgresServer server, string sql)
    {
        try
        {
            return server.Sql(sql);
        }
        catch (InvalidOperationException)
        {
            return string.Empty;
        }
    }
}
