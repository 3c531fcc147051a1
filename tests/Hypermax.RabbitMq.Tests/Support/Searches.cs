using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Storage;

namespace Hypermax.RabbitMq.Tests.Support;

/// <summary>A small study, and workers for it in this process.</summary>
internal static class Searches
{
    public static SearchSpace Space { get; } = new("bowl", [new NumericParameter("x", Law.Uniform, -5, 5), new NumericParameter("y", Law.Uniform, -5, 5)]);

    public static double Bowl(Point point) => (point[0] * point[0]) + (point[1] * point[1]);

    public static IExecutor InProcess(Func<Point, TrialContext, Task<double>> evaluate) =>
        new InProcessExecutor(evaluate);

    /// <summary>Starts a worker; the task ends when the search has ended or it is told to leave.</summary>
    public static Task<int> WorkAsync(
        string address,
        string queue,
        Func<Point, TrialContext, Task<double>> evaluate,
        AmqpWorkerOptions? options = null,
        CancellationToken leaving = default,
        CancellationToken ending = default) => Task.Run(
        () => new AmqpWorker((options ?? new AmqpWorkerOptions()) with { Address = address, Queue = queue }, Space, InProcess(evaluate))
            .RunAsync(leaving, ending),
        CancellationToken.None);

    /// <summary>Searches until all trials have ended.</summary>
    public static async Task<StudyResult> SearchAsync(IExecutor executor, int trials, int workers, CancellationToken stop = default)
    {
        using Study study = Study.Create(
            Space, new StudyOptions { Trials = trials, Workers = workers, Method = "random", Seed = 1, Order = ProposalOrder.Arrival });
        return await study.RunAsync(executor, cancellation: stop);
    }

    /// <summary>Each trial there is has ended once, with the value of its own point.</summary>
    public static void RequireExact(StudyResult result, int trials)
    {
        Assert.Equal(Enumerable.Range(0, trials), result.Trials.Select(trial => trial.Number).Order());
        Assert.All(result.Trials, trial =>
        {
            Assert.True(trial.IsComplete, $"{trial.Number}: {trial.Outcome?.Failure} {trial.Outcome?.Message}");
            Assert.Equal(Bowl(trial.Point), trial.Value);
        });
    }
}
