namespace Hypermax.Convergence.Population.Landscapes;

/// <summary>A function of one displacement from the optimum: 0 there and above 0 elsewhere.</summary>
internal readonly record struct Well(int Kind, double Left, double Right, double Ripple, double Period)
{
    /// <summary>Draws a bowl, a cusp, a rippled bowl, a narrow hole in a plateau, a basin with a cliff or a wrong basin besides.</summary>
    public static Well Draw(Draws draws, bool smooth = false) =>
        new(smooth ? 0 : draws.Whole(0, 6), draws.LogUniform(0.5, 4), draws.LogUniform(0.5, 4), draws.Uniform(0.02, 0.3), draws.Uniform(0.1, 0.4));

    /// <summary>Draws a bowl with ripples.</summary>
    public static Well Rippled(Draws draws, double least, double most) =>
        new(2, draws.LogUniform(0.7, 2), draws.LogUniform(0.7, 2), draws.Uniform(least, most), draws.Uniform(0.1, 0.35));

    public double At(double z)
    {
        double side = z < 0 ? Left : Right;
        double bowl = side * z * z;
        return Kind switch
        {
            1 => 0.5 * side * Math.Abs(z),
            2 => bowl + (Ripple * 0.5 * (1 - Math.Cos(2 * Math.PI * z / Period))),
            3 => (1 - Math.Exp(-0.5 * z * z / (Period * Period))) * side,
            4 => bowl + (z > Period ? Ripple * 3 : 0),
            5 => Math.Min(bowl, Ripple + (side * 0.3 * Square(Math.Abs(z) - 0.5))),
            _ => bowl,
        };
    }

    private static double Square(double value) => value * value;
}
