namespace Hypermax.Sampling;

/// <summary>The values that people fixed: some parameters of a space, each with its value in vector form.</summary>
/// <remarks>Immutable and safe to share between threads; two are equal when they fix the same parameters at the same values.</remarks>
public sealed class FixedValues : IEquatable<FixedValues>
{
    private readonly double?[] _values;

    private FixedValues(double?[] values) => _values = values;

    /// <summary>Gets the values by which every parameter is free.</summary>
    public static FixedValues None { get; } = new([]);

    /// <summary>Fixes every parameter that exists at a point.</summary>
    /// <param name="vector">The point in vector form.</param>
    internal static FixedValues Of(ReadOnlySpan<double> vector)
    {
        double?[] values = new double?[vector.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = double.IsNaN(vector[i]) ? null : vector[i];
        }

        return new FixedValues(values);
    }

    /// <summary>Gets whether every parameter is free.</summary>
    public bool IsEmpty => Array.TrueForAll(_values, value => value is null);

    /// <summary>Gets the value of a parameter in vector form, or null when it is free.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    public double? this[int parameter] => parameter < _values.Length ? _values[parameter] : null;

    /// <summary>Gets these values with another one fixed.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    /// <param name="value">Its value in vector form.</param>
    public FixedValues With(int parameter, double value) => Set(parameter, value);

    /// <summary>Gets these values with a parameter set free.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    public FixedValues Without(int parameter) => this[parameter] is null ? this : Set(parameter, null);

    /// <summary>Gets these values, and those of others where these fix nothing.</summary>
    /// <param name="others">The values that yield.</param>
    public FixedValues Over(FixedValues others)
    {
        double?[] values = new double?[Math.Max(_values.Length, others._values.Length)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = this[i] ?? others[i];
        }

        return new FixedValues(values);
    }

    /// <inheritdoc/>
    public bool Equals(FixedValues? other)
    {
        if (other is null)
        {
            return false;
        }

        for (int i = 0; i < Math.Max(_values.Length, other._values.Length); i++)
        {
            if (!Nullable.Equals(this[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FixedValues);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        for (int i = 0; i < _values.Length; i++)
        {
            if (_values[i] is double value)
            {
                hash.Add(i);
                hash.Add(value);
            }
        }

        return hash.ToHashCode();
    }

    private FixedValues Set(int parameter, double? value)
    {
        double?[] values = new double?[Math.Max(_values.Length, parameter + 1)];
        _values.CopyTo(values, 0);
        values[parameter] = value;
        return new FixedValues(values);
    }
}
