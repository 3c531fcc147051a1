using System.Collections.Immutable;

namespace Hypermax.Generators.Generation;

/// <summary>Compares collected models one by one.</summary>
/// <typeparam name="T">The type of the models; compared by value.</typeparam>
internal sealed class SequenceComparer<T> : IEqualityComparer<ImmutableArray<T>>
{
    public static SequenceComparer<T> Instance { get; } = new();

    public bool Equals(ImmutableArray<T> x, ImmutableArray<T> y) => x.SequenceEqual(y);

    public int GetHashCode(ImmutableArray<T> obj) => obj.Length;
}
