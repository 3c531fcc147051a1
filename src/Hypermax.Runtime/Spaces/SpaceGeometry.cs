using Hypermax.Numerics;

namespace Hypermax.Spaces;

/// <summary>What samplers compute with: the unit form of every parameter of a space, built once for a study.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class SpaceGeometry
{
    /// <summary>Prepares a space.</summary>
    /// <param name="space">The space.</param>
    public SpaceGeometry(SearchSpace space)
    {
        Space = space;
        Dimensions = [.. space.Parameters.Select(parameter => new Dimension(parameter))];
    }

    /// <summary>Gets the space.</summary>
    public SearchSpace Space { get; }

    /// <summary>Gets the unit form of each parameter, in the order of the space.</summary>
    public Dimension[] Dimensions { get; }

    /// <summary>Gets the number of parameters.</summary>
    public int Count => Dimensions.Length;

    /// <summary>Draws a point from the laws of the space, parents before children.</summary>
    /// <param name="stream">Where the draws come from; one draw for every active parameter.</param>
    /// <param name="vector">Where the point is written, NaN for inactive parameters.</param>
    public void Sample(SeedStream stream, double[] vector)
    {
        for (int i = 0; i < Dimensions.Length; i++)
        {
            vector[i] = Space.IsActive(i, vector) ? Dimensions[i].FromUnit(stream.NextDouble()) : double.NaN;
        }
    }

    /// <summary>Draws a point from the laws of the space.</summary>
    /// <param name="stream">Where the draws come from.</param>
    public double[] Sample(SeedStream stream)
    {
        double[] vector = new double[Count];
        Sample(stream, vector);
        return vector;
    }

    /// <summary>Turns a point in unit form into a valid point, ignoring the coordinates of inactive parameters.</summary>
    /// <param name="unit">A number from 0 to 1 for each parameter.</param>
    /// <param name="vector">Where the point is written, NaN for inactive parameters.</param>
    public void FromUnit(ReadOnlySpan<double> unit, double[] vector)
    {
        for (int i = 0; i < Dimensions.Length; i++)
        {
            vector[i] = Space.IsActive(i, vector) ? Dimensions[i].FromUnit(unit[i]) : double.NaN;
        }
    }

    /// <summary>Tells whether a point is one of the space.</summary>
    /// <param name="point">The point.</param>
    public bool Contains(Point point) => Contains(point.Vector);

    /// <summary>Tells whether a point is one of the space: every active parameter has a value it can have, every other NaN.</summary>
    /// <param name="vector">The point in vector form.</param>
    public bool Contains(double[] vector)
    {
        for (int i = 0; i < Dimensions.Length; i++)
        {
            bool fits = Space.IsActive(i, vector) ? Dimensions[i].Parameter.Contains(vector[i]) : double.IsNaN(vector[i]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
