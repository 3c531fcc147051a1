using System.Globalization;
using Hypermax.Conformance;
using Hypermax.Execution;

namespace Hypermax.Tests.Studies.Staging;

/// <summary>Searches in stages, of losses that depend on the point alone.</summary>
internal static class StagedSearch
{
    public static async Task<IReadOnlyList<TrialRecord>> RunAsync(SearchSpace space, StudyOptions options, Func<Point, double>? loss = null)
    {
        using Study study = Study.Create(space, options);
        return await RunAsync(study, loss);
    }

    public static async Task<IReadOnlyList<TrialRecord>> RunAsync(Study study, Func<Point, double>? loss = null) =>
        (await study.RunAsync(new JitteryExecutor(loss ?? (point => SamplerRun.Hash(point.ToArray()))))).Trials;

    public static string Table(IEnumerable<TrialRecord> trials) => string.Join(
        '\n',
        trials.Select(
            trial => FormattableString.Invariant($"{trial.Number} {trial.Insight?.Stage} {trial.State} {trial.Value:R} ")
                + string.Join(' ', trial.Point.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));

    public static string[] StagesOf(IEnumerable<TrialRecord> trials) =>
        [.. trials.GroupBy(trial => trial.Insight?.Stage).Select(stage => FormattableString.Invariant($"{stage.Key}: {stage.Count()}"))];

    /// <summary>Ends trials out of order: those with small numbers take longest within each group of eight; every eleventh fails.</summary>
    private sealed class JitteryExecutor(Func<Point, double> loss) : IExecutor
    {
        public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
        {
            await Task.Delay(7 - (job.Number % 8), CancellationToken.None);
            return job.Number % 11 == 10 ? TrialOutcome.Fail(FailureKind.Exception, "unlucky") : TrialOutcome.Of(loss(job.Point));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
