namespace Hypermax.Convergence.Population.Landscapes;

/// <summary>What a loss looks like from outside: bent by an increasing function, stretched and moved.</summary>
internal readonly record struct OutputShape(int Kind, double Typical, double Scale, double Offset)
{
    /// <summary>Draws a shape for values from 0 up whose typical size is given.</summary>
    public static OutputShape Draw(Draws draws, double typical) =>
        new(draws.Whole(0, 5), Math.Max(typical, 1e-12), draws.LogUniform(1e-3, 1e3), draws.Chance(0.5) ? 0 : draws.Uniform(-10, 10));

    /// <summary>Gets the loss of a value; the least for 0.</summary>
    public double Apply(double value)
    {
        double v = value / Typical;
        double bent = Kind switch
        {
            0 => Math.Log(1 + (30 * v)),
            1 => v / (1 + v),
            2 => Math.Sqrt(v),
            _ => v,
        };
        return Offset + (Scale * bent);
    }
}
