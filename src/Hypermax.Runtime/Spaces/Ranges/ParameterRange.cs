namespace Hypermax.Spaces.Ranges;

/// <summary>The part of a parameter's values in which points are proposed.</summary>
/// <param name="Parameter">The index of the parameter.</param>
/// <param name="Low">The smallest value in vector form, included: for choices the first index.</param>
/// <param name="High">The largest value in vector form, included: for choices the last index.</param>
public sealed record ParameterRange(int Parameter, double Low, double High)
{
    /// <summary>Gets the indices of the choices, in order; null for all from <see cref="Low"/> to <see cref="High"/>, and for numbers.</summary>
    public IReadOnlyList<int>? Choices { get; init; }

    /// <summary>Tells whether a value lies within.</summary>
    /// <param name="value">The value in vector form.</param>
    public bool Contains(double value) => value >= Low && value <= High && (Choices is null || Choices.Contains((int)value));

    /// <summary>Gets the values that are in another range of the same parameter too; null where there are none.</summary>
    internal ParameterRange? Within(ParameterRange other)
    {
        double low = Math.Max(Low, other.Low);
        double high = Math.Min(High, other.High);
        if (Choices is null && other.Choices is null)
        {
            return low <= high ? new ParameterRange(Parameter, low, high) : null;
        }

        int[] both = [.. (Choices ?? other.Choices!).Where(choice => Contains(choice) && other.Contains(choice))];
        return both.Length > 0 ? new ParameterRange(Parameter, both[0], both[^1]) { Choices = both } : null;
    }
}
