using Hypermax.Execution.InProcess;

namespace Hypermax;

/// <summary>A study whose points are values of a user's type.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
/// <typeparam name="T">The user's type.</typeparam>
public sealed class Study<T> : Study
{
    internal Study(SearchSpace<T> space, StudyOptions options)
        : base(space, options, space.IsValid is { } isValid ? vector => isValid(space.Bind(vector)) : null)
    {
        Space = space;
    }

    /// <summary>Gets the space that parameters are drawn from.</summary>
    public new SearchSpace<T> Space { get; }

    /// <summary>Gets the best parameters so far, or the type's default value when no trial is complete.</summary>
    public T? BestParameters => Best is { } best ? Space.Bind(best.Vector) : default;

    /// <inheritdoc cref="Study.Ask"/>
    public new Trial<T>? Ask() => base.Ask() is { } trial ? new Trial<T>(trial, Space) : null;

    /// <summary>Queues parameters to be tried before the sampler is asked again; kept with the study.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">The space cannot express the parameters.</exception>
    public void Enqueue(T parameters) => Enqueue(Space.Unbind(parameters));

    /// <summary>Searches in this process until a stop rule holds.</summary>
    /// <param name="objective">Evaluates one set of parameters; may be called from several threads at once when there are several workers. Reports, metrics, a seed and a token go through the context.</param>
    /// <param name="progress">Called after every finished trial, one call at a time; null for none.</param>
    /// <param name="cancellation">Ends the search early; what was told is kept.</param>
    public Task<StudyResult<T>> RunAsync(Func<T, double> objective, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        RunAsync((parameters, _) => objective(parameters), progress, cancellation);

    /// <inheritdoc cref="RunAsync(Func{T, double}, Action{StudyProgress}, CancellationToken)"/>
    public Task<StudyResult<T>> RunAsync(Func<T, TrialContext, double> objective, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        RunInProcessAsync(InProcessExecutor.Of(Space, objective), progress, cancellation);

    /// <inheritdoc cref="RunAsync(Func{T, double}, Action{StudyProgress}, CancellationToken)"/>
    public Task<StudyResult<T>> RunAsync(Func<T, Task<double>> objective, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        RunAsync((parameters, _) => objective(parameters), progress, cancellation);

    /// <inheritdoc cref="RunAsync(Func{T, double}, Action{StudyProgress}, CancellationToken)"/>
    public Task<StudyResult<T>> RunAsync(Func<T, TrialContext, Task<double>> objective, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        RunInProcessAsync(InProcessExecutor.Of(Space, objective), progress, cancellation);

    private async Task<StudyResult<T>> RunInProcessAsync(InProcessExecutor executor, Action<StudyProgress>? progress, CancellationToken cancellation)
    {
        await using (executor.ConfigureAwait(false))
        {
            return new StudyResult<T>(await RunAsync(executor, progress, cancellation).ConfigureAwait(false), Space);
        }
    }
}
