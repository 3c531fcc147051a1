namespace Hypermax;

/// <summary>A trial whose point is a value of the user's type.</summary>
/// <typeparam name="T">The user's type.</typeparam>
public sealed class Trial<T> : Trial
{
    internal Trial(Trial trial, SearchSpace<T> space)
        : base(trial, space) => Parameters = space.Bind(trial.Point);

    /// <summary>Gets the parameters to evaluate.</summary>
    public T Parameters { get; }
}
