namespace Hypermax.Execution.Figures;

/// <summary>Runs trials through another executor and makes their objectives and constraints from the metrics that they give.</summary>
/// <param name="inner">Runs the trials; disposed of with this one.</param>
/// <param name="figures">What is made of metrics.</param>
internal sealed class FiguresExecutor(IExecutor inner, TrialFigures figures) : IExecutor
{
    /// <inheritdoc/>
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) =>
        figures.Apply(await inner.RunAsync(job, cancellation).ConfigureAwait(false));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
