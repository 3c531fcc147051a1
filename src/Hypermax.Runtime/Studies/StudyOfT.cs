using Hypermax.Execution.InProcess;
using Hypermax.Studies;

namespace Hypermax;

/// <summary>A study whose points are values of a user's type.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
/// <typeparam name="T">The user's type.</typeparam>
public sealed class Study<T> : Study
{
    internal Study(SearchSpace<T> space, StudyOptions options)
        : base(space, options, space.IsValid is { } isValid ? vector => isValid(space.Bind(vector)) : null) => Space = space;

    /// <summary>Gets the space that parameters are drawn from.</summary>
    public override SearchSpace<T> Space { get; }

    /// <summary>Gets the best parameters so far, or the type's default value when no trial is complete.</summary>
    public T? BestParameters => Best is { } best ? Space.Bind(best.Point) : default;

    /// <inheritdoc/>
    public override Trial<T>? Ask() => base.Ask() is { } trial ? new Trial<T>(trial, Space) : null;

    /// <summary>Queues parameters to be tried before the sampler is asked again; kept with the study.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">The space cannot express the parameters, or they are no point of it.</exception>
    public void Enqueue(T parameters) => Enqueue(Space.PointOf(parameters));

    /// <summary>Adds a trial that was evaluated elsewhere, such as one of an earlier study; samplers learn from it.</summary>
    /// <remarks>It does not count towards <see cref="StudyOptions.Trials"/>.</remarks>
    /// <param name="parameters">The parameters.</param>
    /// <param name="value">The value of the objective in its own direction.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="ArgumentException">The space cannot express the parameters, or they are no point of it.</exception>
    public TrialRecord Add(T parameters, double value) => Add(Space.PointOf(parameters), value);

    /// <inheritdoc cref="Add(T, double)"/>
    /// <param name="parameters">The parameters.</param>
    /// <param name="outcome">How the evaluation ended.</param>
    public TrialRecord Add(T parameters, TrialOutcome outcome) => Add(Space.PointOf(parameters), outcome);

    /// <summary>Gives a member of the parameters the same value in every proposal from now on; kept with the study.</summary>
    /// <remarks>
    /// The member is found by what it answers for points that differ in one parameter each, so that names given by attributes,
    /// enums and nested types need no other spelling, and no reflection. A member of a branch is fixed where the branch is chosen.
    /// </remarks>
    /// <typeparam name="TValue">The type of the member.</typeparam>
    /// <param name="member">Reads the member, such as <c>p => p.Trees</c> or <c>p => ((Booster.Gradient)p.Booster).Rate</c>.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The member depends on no parameter, or no value of its parameters makes it that value.</exception>
    public void Fix<TValue>(Func<T, TValue> member, TValue value)
    {
        ArgumentNullException.ThrowIfNull(member);
        foreach ((int parameter, double given) in new MemberProbe<T>(Space).Solve(member, value))
        {
            Fix(Space.Parameters[parameter].Name, given);
        }
    }

    /// <summary>Lets the sampler choose a fixed member again; kept with the study.</summary>
    /// <typeparam name="TValue">The type of the member.</typeparam>
    /// <param name="member">Reads the member, as <see cref="Fix{TValue}(Func{T, TValue}, TValue)"/> takes it.</param>
    /// <exception cref="ArgumentException">The member depends on no parameter.</exception>
    public void Free<TValue>(Func<T, TValue> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        foreach (int parameter in new MemberProbe<T>(Space).ParametersOf(member))
        {
            Free(Space.Parameters[parameter].Name);
        }
    }

    /// <summary>Searches in this process until a stop rule holds.</summary>
    /// <param name="objective">Evaluates one set of parameters; may be called from several threads at once when there are several workers. Reports, metrics,
    /// a seed and a token go through the context.</param>
    /// <param name="progress">Called after every finished trial, one call at a time; null for none.</param>
    /// <param name="cancellation">Ends the search early; what was told is kept.</param>
    public Task<StudyResult<T>> RunAsync(Func<T, double> objective, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        RunAsync((parameters, _) => objective(parameters), progress, cancellation);

    /// <inheritdoc cref="RunAsync(Func{T, double}, Action{StudyProgress}, CancellationToken)"/>
    public Task<StudyResult<T>> RunAsync(
        Func<T, TrialContext, double> objective, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        RunInProcessAsync(InProcessExecutor.Of(Space, objective), progress, cancellation);

    /// <inheritdoc cref="RunAsync(Func{T, double}, Action{StudyProgress}, CancellationToken)"/>
    public Task<StudyResult<T>> RunAsync(Func<T, Task<double>> objective, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        RunAsync((parameters, _) => objective(parameters), progress, cancellation);

    /// <inheritdoc cref="RunAsync(Func{T, double}, Action{StudyProgress}, CancellationToken)"/>
    public Task<StudyResult<T>> RunAsync(
        Func<T, TrialContext, Task<double>> objective, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        RunInProcessAsync(InProcessExecutor.Of(Space, objective), progress, cancellation);

    /// <summary>Searches several objectives in this process until a stop rule holds; see <see cref="Study.Front"/>.</summary>
    /// <param name="objective">Evaluates one set of parameters: one value for each objective, in the order of <see cref="StudyOptions.Directions"/>.</param>
    /// <param name="progress">Called after every finished trial, one call at a time; null for none.</param>
    /// <param name="cancellation">Ends the search early; what was told is kept.</param>
    public Task<StudyResult<T>> RunAsync(
        Func<T, TrialContext, IReadOnlyList<double>> objective, Action<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        RunInProcessAsync(InProcessExecutor.OfValues((point, trial) => Task.FromResult(objective(Space.Bind(point), trial))), progress, cancellation);

    private async Task<StudyResult<T>> RunInProcessAsync(InProcessExecutor executor, Action<StudyProgress>? progress, CancellationToken cancellation)
    {
        await using (executor.ConfigureAwait(false))
        {
            return new StudyResult<T>(await RunAsync(executor, progress, cancellation).ConfigureAwait(false), Space);
        }
    }
}
