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
}
