namespace Hypermax;

/// <summary>Turns points in vector form into values of the user's type and back; written by the generator.</summary>
/// <remarks>
/// <para>A type's parameters take up consecutive entries of the vector, so a nested type is bound by its own binder at an offset.</para>
/// <para>Implementations hold no state, use no reflection and allocate nothing but the value itself. Safe to share between threads.</para>
/// </remarks>
/// <typeparam name="T">The user's type.</typeparam>
public abstract class SpaceBinder<T>
{
    /// <summary>Creates the value that a point describes.</summary>
    /// <param name="vector">The point; valid for the space.</param>
    /// <param name="start">The index of the type's first parameter.</param>
    public abstract T Bind(double[] vector, int start);

    /// <summary>Writes the point that a value describes, NaN for parameters of branches that were not taken.</summary>
    /// <param name="value">The value; must not be null.</param>
    /// <param name="vector">Where to write.</param>
    /// <param name="start">The index of the type's first parameter.</param>
    /// <exception cref="ArgumentException">The value holds something that the space cannot express, such as a string that is no choice.</exception>
    public abstract void Unbind(T value, double[] vector, int start);
}
