namespace Hypermax.Testing.Objectives;

/// <inheritdoc/>
/// <typeparam name="T">The type.</typeparam>
/// <param name="space">Its space.</param>
internal sealed class SpaceValues<T>(SearchSpace<T> space) : ISpaceValues
{
    public SearchSpace Space => space;

    public object Bind(Point point) => space.Bind(point)!;
}
