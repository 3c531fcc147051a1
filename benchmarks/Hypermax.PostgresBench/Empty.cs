using Hypermax.Execution;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.PostgresBench;

/// <summary>Trials that cost nothing, so that what is left is the store.</summary>
internal static class Empty
{
    public static SearchSpace Space { get; } = new("Empty", [new NumericParameter("x", Law.Uniform, 0, 10), new NumericParameter("y", Law.Uniform, -1, 1)]);

    public static StudyOptions Options(IStudyStore store, int trials) => new()
    {
        Store = store, Trials = trials, Method = "random", Order = ProposalOrder.Arrival, OrphanRetries = 1000,
    };

    public static void Work(IStudyStore store, int trials, CancellationToken stop)
    {
        using Study study = Study.Create(Space, Options(store, trials));
        study.RunAsync(new Executor(), progress: null, stop).GetAwaiter().GetResult();
    }

    private sealed class Executor : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => Task.FromResult(TrialOutcome.Of(job.Point[0]));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
