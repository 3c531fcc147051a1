using System.Diagnostics;
using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Usages;
using Hypermax.PostgreSql.Administration;
using Hypermax.Studies.Watching;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>What running trials use reaches those who only look at the database, and costs the figures alone where it does not.</summary>
public sealed class UsageTests : IAsyncDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _searches = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_searches).WaitAsync(Long);
        _stop.Dispose();
    }

    [PostgresFact]
    public async Task Trial_OfAWorkerWithoutAFolder_IsSeenByOthersUntilItsWorkerLeaves()
    {
        string name = Servers.NextName();
        Work(Servers.Shared.Address, name);
        using PostgresStudies studies = new(Servers.Shared.Address);
        using PostgresDatabase database = PostgresDatabase.Open(Servers.Shared.Address);

        RunningUsage usage = await SeeAsync(studies, name);
        RunningUsage later = await SeeAsync(studies, name, above: usage.Seconds);

        Assert.True(usage.IsShared && usage.Seconds >= 1 && usage.Bytes > 1 << 20 && later.PeakBytes >= later.Bytes);
        Assert.Contains(0, database.Usages(name).Keys);
        await _stop.CancelAsync();
        await Task.WhenAll(_searches).WaitAsync(Long);
        Assert.Empty(database.Usages(name));
    }

    [PostgresFact]
    public async Task Trials_ThatAreShort_WriteNothing()
    {
        string name = Servers.NextName();
        using PostgresStore store = new(Servers.Shared.Address, name);
        await Study.Create(Searches.Space, Searches.Options(20, store)).RunAsync(new InProcessExecutor(async (point, _) =>
        {
            await Task.Delay(100);
            return point[0];
        }));

        Assert.Equal("0", Rows(Servers.Shared, name));
    }

    [PostgresFact]
    public async Task User_WhoMayOnlyRead_SeesItAlsoWhereTheSchemaWasOlder()
    {
        using PostgresServer server = PostgresServer.Start();
        new PostgresStore(server.Address, "one").Dispose();
        server.Sql("drop table hypermax.usage; delete from hypermax.schema_step where version = 5");
        server.Sql("create role onlooker login; grant usage on schema hypermax to onlooker; grant select on all tables in schema hypermax to onlooker");
        server.Sql("create role tuner login; grant usage on schema hypermax to tuner; grant select, insert, update on all tables in schema hypermax to tuner");
        server.Sql("grant usage on all sequences in schema hypermax to tuner");
        using (PostgresDatabase database = PostgresDatabase.Open(server.Address))
        {
            Assert.Equal(4, database.Migrate());
        }

        Work(server.AddressOf("test", "tuner"), "one");
        using PostgresStudies studies = new(server.AddressOf("test", "onlooker"));

        Assert.True((await SeeAsync(studies, "one")).Bytes > 0);
        await DisposeAsync();
    }

    [PostgresFact]
    public async Task Worker_WhoMayNotWriteIt_SearchesAllTheSame()
    {
        using PostgresServer server = PostgresServer.Start();
        new PostgresStore(server.Address, "one").Dispose();
        server.Sql("create role tuner login; grant usage on schema hypermax to tuner; grant select, insert, update on all tables in schema hypermax to tuner");
        server.Sql("grant usage on all sequences in schema hypermax to tuner; revoke all on hypermax.usage from tuner");
        using PostgresStudies studies = new(server.AddressOf("test", "tuner"));

        StudyResult result = await Timed(server.AddressOf("test", "tuner"), "one", trials: 2);
        using PostgresStore store = new(server.AddressOf("test", "tuner"), "one");

        Assert.Equal(2, result.Trials.Count(trial => trial.IsComplete));
        Assert.Empty(studies.Find("one")!.Usages!.Read());
        Assert.Equal("0", server.Sql("select count(*) from hypermax.usage"));
    }

    [PostgresFact]
    public async Task Server_ThatCrashes_ForgetsItUntilItIsToldAnew()
    {
        using PostgresServer server = PostgresServer.Start();
        Work(server.Address, "one");
        using PostgresStudies studies = new(server.Address);
        await SeeAsync(studies, "one");

        server.Crash();
        server.Go();
        Assert.Equal("0", server.Sql("select count(*) from hypermax.usage"));

        Assert.True((await SeeAsync(studies, "one")).Bytes > 0);
        await DisposeAsync();
        Assert.Equal("running", server.Sql("select state from hypermax.trials"));
    }

    [PostgresFact]
    public async Task Row_ThatSomebodyHolds_HoldsUpNoTrial()
    {
        string name = Servers.NextName();
        Task<StudyResult> search = Timed(Servers.Shared.Address, name, trials: 4);
        using PostgresStudies studies = new(Servers.Shared.Address);
        await SeeAsync(studies, name);
        using Process holder = Process.Start(new ProcessStartInfo("psql", ["-qAt", Servers.Shared.Address])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        await holder.StandardInput.WriteLineAsync("begin; select 'held' from hypermax.usage for update;");
        await holder.StandardInput.FlushAsync();
        string? held = await holder.StandardOutput.ReadLineAsync().WaitAsync(Long);

        // Who waited for the row would wait until it is let go of, after the search.
        StudyResult result = await search.WaitAsync(Long);
        holder.StandardInput.Close();
        await holder.WaitForExitAsync();

        Assert.Equal("held", held);
        Assert.Equal(4, result.Trials.Count(trial => trial.IsComplete));
    }

    [PostgresFact]
    public async Task Study_ThatIsRemoved_LeavesNothing()
    {
        string name = Servers.NextName();
        Work(Servers.Shared.Address, name);
        using PostgresStudies studies = new(Servers.Shared.Address);
        await SeeAsync(studies, name);
        await _stop.CancelAsync();
        await Task.WhenAll(_searches).WaitAsync(Long);
        string study = Servers.Shared.Sql($"select id from hypermax.study where name = '{name}'");
        using PostgresDatabase database = PostgresDatabase.Open(Servers.Shared.Address);

        Assert.Equal("1", Rows(Servers.Shared, name));
        database.Remove(name, isForced: false);

        Assert.Equal("0", Servers.Shared.Sql($"select count(*) from hypermax.usage where study = {study}"));
    }

    [PostgresFact]
    public async Task Study_ThatIsRemovedWhileItIsSearched_LeavesNothing()
    {
        using PostgresServer server = PostgresServer.Start();
        Work(server.Address, "one");
        using PostgresStudies studies = new(server.Address);
        await SeeAsync(studies, "one");
        using PostgresDatabase database = PostgresDatabase.Open(server.Address);

        database.Remove("one", isForced: true);

        // Its worker, which has not noticed yet, tells at least once a second.
        await Task.Delay(3000);
        string rows = server.Sql("select count(*) from hypermax.usage");
        await _stop.CancelAsync();
        await Assert.ThrowsAsync<PostgresStoreException>(() => Task.WhenAll(_searches).WaitAsync(Long));
        _searches.Clear();
        Assert.Equal("0", rows);
    }

    private static string Rows(PostgresServer server, string name) =>
        server.Sql($"select count(*) from hypermax.usage u join hypermax.study s on s.id = u.study where s.name = '{name}'");

    // Trials that run for a while, one after the other.
    private static Task<StudyResult> Timed(string address, string name, int trials) => Task.Run(async () =>
    {
        using PostgresStore store = new(address, name);
        return await Study.Create(Searches.Space, Searches.Options(trials, store)).RunAsync(new InProcessExecutor(async (point, _) =>
        {
            await Task.Delay(1700);
            return point[0];
        }));
    });

    private static async Task<RunningUsage> SeeAsync(PostgresStudies studies, string name, double above = 0)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                if (studies.Find(name)?.Usages!.Read().TryGetValue(0, out RunningUsage usage) == true && usage.Seconds > above)
                {
                    return usage;
                }
            }
            catch (StudyAwayException)
            {
                // The server is on its way back.
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < Long, "Two minutes passed.");
            await Task.Delay(50);
        }
    }

    // One trial that goes on until it is stopped.
    private void Work(string address, string name, int trials = 100)
    {
        _searches.Add(Task.Run(async () =>
        {
            using PostgresStore store = new(address, name, new PostgresOptions { Lease = TimeSpan.FromSeconds(8) });
            await Study.Create(Searches.Space, Searches.Options(trials, store)).RunAsync(
                new InProcessExecutor(async (_, context) =>
                {
                    await Task.Delay(Timeout.Infinite, context.Cancellation);
                    return 0;
                }),
                cancellation: _stop.Token);
        }));
    }
}
