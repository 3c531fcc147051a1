using System.Globalization;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>A search whose outcomes follow from its points, and what a database must say of it afterwards.</summary>
internal static class Searches
{
    public static SearchSpace Space { get; } = new("Line", [new NumericParameter("x", Law.Uniform, 0, 10), new NumericParameter("y", Law.Uniform, -1, 1)]);

    public static StudyOptions Options(int trials, IStudyStore store) => new()
    {
        Store = store, Trials = trials, Method = "random", Order = ProposalOrder.Arrival, OrphanRetries = 1000,
    };

    public static double Value(Point point) => (point[0] * point[0]) + point[1];

    /// <summary>Asks and tells until the study has its trials, as one worker of many does.</summary>
    public static void Work(IStudyStore store, int trials, CancellationToken stop = default)
    {
        using Study study = Study.Create(Space, Options(trials, store));
        Task<StudyResult> result = study.RunAsync(new Objective(), progress: null, stop);
        result.GetAwaiter().GetResult();
    }

    /// <summary>Makes sure that a study has exactly its trials: each number once, each with one end, each with the value of its point.</summary>
    public static void RequireExact(PostgresServer server, string study, int trials)
    {
        string id = server.Sql($"select id from hypermax.study where name = '{study}'");
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"{trials}|{trials}|{trials}|0|{trials - 1}"),
            server.Sql($"""
                select (select count(*) from hypermax.record where study = {id} and kind = 'finish'),
                    (select count(distinct trial) from hypermax.record where study = {id} and kind = 'finish'),
                    (select count(*) from hypermax.trial where study = {id} and state = 'complete'),
                    (select count(*) from hypermax.trial where study = {id} and state <> 'complete'),
                    (select max(trial) from hypermax.record where study = {id})
                """));
        using PostgresStore store = new(server.Address, study);
        Assert.Equal(trials, store.Trials.Count);
        Assert.All(store.Trials, trial => Assert.Equal(Value(trial.Point), trial.Value));
        Assert.Empty(store.Recovered);
    }

    private sealed class Objective : Execution.IExecutor
    {
        public Task<TrialOutcome> RunAsync(Execution.TrialJob job, CancellationToken cancellation) => Task.FromResult(TrialOutcome.Of(Value(job.Point)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
