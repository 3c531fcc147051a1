using Hypermax.Execution;
using Hypermax.PostgreSql;
using Hypermax.PostgreSql.Connecting;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.PostgresBench;

/// <summary>Trials that cost nothing, so that what is left is the store.</summary>
internal static class Empty
{
    public static SearchSpace Space { get; } = new("Empty", [new NumericParameter("x", Law.Uniform, 0, 10), new NumericParameter("y", Law.Uniform, -1, 1)]);

    /// <summary>Opens a study of a database, or the one of a folder that processes share.</summary>
    public static IStudyStore Open(string address, string study, PostgresOptions? options = null) => PostgresAddress.Is(address)
        ? new PostgresStore(address, study, options)
        : new JournalStore(address, clock: null, JournalSharing.Shared);

    public static StudyOptions Options(IStudyStore store, int trials) => new()
    {
        Store = store, Trials = trials, Method = "random", Order = ProposalOrder.Arrival, OrphanRetries = 1000,
    };

    /// <summary>Works until the study has its trials.</summary>
    /// <param name="store">The store.</param>
    /// <param name="trials">How many the study has in all.</param>
    /// <param name="told">Called with the number of each trial whose outcome is stored, and counts.</param>
    public static void Work(IStudyStore store, int trials, Action<int>? told = null)
    {
        using Study study = Study.Create(Space, Options(store, trials));
        study.RunAsync(new Executor(), told is null ? null : state => told(state.Trial.Number)).GetAwaiter().GetResult();
    }

    /// <summary>Tells whether a study has exactly its trials, each with the value of its point.</summary>
    public static bool IsExact(IStudyStore store, int trials) =>
        store.Trials.Count == trials && store.Trials.All(trial => trial.IsComplete && trial.Value == trial.Point[0]) && store.Recovered.Count == 0;

    private sealed class Executor : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => Task.FromResult(TrialOutcome.Of(job.Point[0]));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
