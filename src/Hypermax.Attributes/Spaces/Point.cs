using System.Collections;
using System.Globalization;

namespace Hypermax;

/// <summary>A point of a search space: the value of every parameter in vector form, NaN for those that do not exist there.</summary>
/// <remarks>Immutable and safe to share between threads. Two points are equal when all their values are.</remarks>
#if NET8_0_OR_GREATER
[System.Runtime.CompilerServices.CollectionBuilder(typeof(Point), nameof(Create))]
#endif
public sealed class Point : IReadOnlyList<double>, IEquatable<Point>
{
    private Point(double[] vector, bool isOwned) => Vector = isOwned ? vector : [.. vector];

    /// <summary>Creates a point with a copy of some values.</summary>
    /// <param name="vector">An entry for every parameter of the space (see <see cref="Parameter"/>).</param>
    public Point(params double[] vector)
        : this(vector ?? throw new ArgumentNullException(nameof(vector)), isOwned: false)
    {
    }

    /// <summary>Gets the number of parameters of the space, those that do not exist at the point among them.</summary>
    public int Count => Vector.Length;

    /// <summary>Gets the values themselves, for code that reads them and never writes.</summary>
    internal double[] Vector { get; }

    /// <summary>Gets the value of a parameter in vector form: a number, the index of a choice, or NaN where the parameter does not exist.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    public double this[int parameter] => Vector[parameter];

    /// <summary>Tells whether a parameter exists at the point.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    public bool Has(int parameter) => !double.IsNaN(Vector[parameter]);

    /// <summary>Gets a copy of the values.</summary>
    public double[] ToArray() => [.. Vector];

    /// <inheritdoc/>
    public bool Equals(Point? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (int i = 0; i < Vector.Length; i++)
        {
            if (!Vector[i].Equals(other.Vector[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Point);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Vector.Length;
        foreach (double value in Vector)
        {
            hash = unchecked((hash * 31) + value.GetHashCode());
        }

        return hash;
    }

    /// <summary>Gets the values in brackets, invariant to culture.</summary>
    public override string ToString() => $"[{string.Join(", ", Vector.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]";

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)Vector).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => Vector.GetEnumerator();

    /// <summary>Makes a point of an array that nobody else holds.</summary>
    internal static Point Owning(double[] vector) => new(vector, isOwned: true);
#if NET8_0_OR_GREATER

    /// <summary>Creates a point with a copy of some values.</summary>
    /// <param name="vector">An entry for every parameter of the space (see <see cref="Parameter"/>).</param>
    public static Point Create(ReadOnlySpan<double> vector) => Owning(vector.ToArray());

    /// <summary>Gets the values without a copy.</summary>
    public ReadOnlySpan<double> AsSpan() => Vector;

    /// <summary>Gets the values of a point without a copy.</summary>
    /// <param name="point">The point.</param>
    public static implicit operator ReadOnlySpan<double>(Point point) => point.AsSpan();
#endif
}
