namespace Hypermax;

/// <summary>Turns points in vector form into values of the user's type and back; the two functions are written by the generator.</summary>
/// <remarks>
/// <para>A type's parameters take up consecutive entries of the vector, so a nested type is bound by its own binder at an offset.</para>
/// <para>The functions hold no state, use no reflection and allocate nothing but the value itself. Safe to share between threads.</para>
/// </remarks>
/// <typeparam name="T">The user's type.</typeparam>
public sealed class SpaceBinder<T>
{
    private readonly Func<double[], int, T> _bind;
    private readonly Action<T, double[], int> _unbind;

    /// <summary>Creates a binder of two functions, which see the vector and the index of the type's first parameter.</summary>
    /// <param name="bind">Creates the value that a point describes.</param>
    /// <param name="unbind">Writes the point that a value describes: NaN for parameters that do not exist at it, −∞ for what the space cannot express.</param>
    public SpaceBinder(Func<double[], int, T> bind, Action<T, double[], int> unbind)
    {
        _bind = bind;
        _unbind = unbind;
    }

    /// <summary>Creates the value that a point describes.</summary>
    /// <param name="vector">The point; valid for the space.</param>
    /// <param name="start">The index of the type's first parameter.</param>
    public T Bind(double[] vector, int start) => _bind(vector, start);

    /// <summary>Writes the point that a value describes: NaN for parameters that do not exist at it, −∞ for what the space cannot express.</summary>
    /// <remarks>Bounds are not checked. <see cref="SearchSpace{T}.Unbind"/> turns −∞ into an exception,
    /// <see cref="SearchSpace{T}.Validate"/> checks everything.</remarks>
    /// <param name="value">The value.</param>
    /// <param name="vector">Where to write.</param>
    /// <param name="start">The index of the type's first parameter.</param>
    public void Unbind(T value, double[] vector, int start) => _unbind(value, vector, start);
}
