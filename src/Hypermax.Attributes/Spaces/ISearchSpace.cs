#if NET8_0_OR_GREATER
namespace Hypermax;

/// <summary>A type that describes its own search space; implemented by the generator for every <c>[SearchSpace]</c> type.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ISearchSpace<TSelf>
    where TSelf : ISearchSpace<TSelf>
{
    /// <summary>Gets the space that values of the type are drawn from.</summary>
    static abstract SearchSpace<TSelf> SearchSpace { get; }
}
#endif
