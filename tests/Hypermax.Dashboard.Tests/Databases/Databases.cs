using Hypermax.Execution.InProcess;
using Hypermax.PostgreSql;
using Hypermax.Storage;
using Hypermax.Tests;
using Hypermax.TestSupport;

namespace Hypermax.Dashboard.Tests.Databases;

/// <summary>A real PostgreSQL server and studies in it.</summary>
internal static class Databases
{
    private static readonly Lazy<PostgresServer> Started = new(() => PostgresServer.Start());

    private static int _count;

    /// <summary>Gets the server of all tests that leave it as it is.</summary>
    public static PostgresServer Shared => Started.Value;

    /// <summary>Makes a database that no other test has, and gets its address.</summary>
    public static string New(out string database)
    {
        database = FormattableString.Invariant($"dash{Interlocked.Increment(ref _count)}");
        Shared.Sql($"create database {database}");
        return Shared.AddressOf(database);
    }

    /// <summary>Writes finished trials as a search would have.</summary>
    public static void Forest(string address, string name, int trials = 40, int first = 0)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> records) = StudySamples.Forest(trials);
        using PostgresStore store = new(address, name);
        using (store.Enter())
        {
            if (first == 0)
            {
                store.Begin(header with { Name = name });
            }

            foreach (TrialRecord trial in records.Skip(first))
            {
                store.Start(trial with { State = TrialState.Running, Outcome = null, Duration = TimeSpan.Zero });
                store.Finish(trial);
            }
        }
    }

    /// <summary>Begins to work on a study as one worker of many does, until it is stopped.</summary>
    public static Serving.RunningSearch Work(string address, string name, TimeSpan trial)
    {
        SearchSpace space = new("live", [new NumericParameter("rate", Law.LogUniform, 1e-4, 1), new CategoricalParameter("kind", ["a", "b"])]);
        PostgresStore store = new(address, name);
        Study study = Study.Create(space, new StudyOptions { Store = store, Name = name, Trials = 100_000, Method = "random" });
        CancellationTokenSource stop = new();
        Task<StudyResult> search = Task.Run(async () =>
        {
            using (store)
            {
                return await study.RunAsync(
                    new InProcessExecutor(async (point, context) =>
                    {
                        context.Report(point[0], 1);
                        await Task.Delay(trial, context.Cancellation);
                        return Math.Abs(Math.Log10(point[0]) + 2);
                    }),
                    cancellation: stop.Token);
            }
        });
        return new Serving.RunningSearch(study, search, stop);
    }
}
