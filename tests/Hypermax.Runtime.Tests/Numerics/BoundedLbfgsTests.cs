using Hypermax.Numerics;

namespace Hypermax.Tests.Numerics;

public sealed class BoundedLbfgsTests
{
    [Fact]
    public void Minimize_RosenbrockInside_FindsTheMinimum()
    {
        double[] x = [-1.2, 1];

        new BoundedLbfgs(2).Minimize(Rosenbrock, x, [-5, -5], [5, 5], 200, 1e-9, 0.1);

        Assert.Equal(1, x[0], 1e-5);
        Assert.Equal(1, x[1], 1e-5);
    }

    [Fact]
    public void Minimize_MinimumOutside_StopsAtTheBound()
    {
        // Along y = x², which the bound y ≤ 0.25 cuts at x = 0.5.
        double[] x = [0.1, 0.1];

        new BoundedLbfgs(2).Minimize(Rosenbrock, x, [-5, -5], [5, 0.25], 200, 1e-9, 0.1);

        Assert.Equal(0.25, x[1]);
        Assert.Equal(0.5, x[0], 0.01);
    }

    [Fact]
    public void Minimize_NotFiniteBeyondAWall_StaysBefore()
    {
        double[] x = [3];

        double value = new BoundedLbfgs(1).Minimize(Wall, x, [-10], [10], 50, 1e-9, 5);

        Assert.True(value < 4 && x[0] >= 1);
    }

    private static double Wall(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = 1;
        return x[0] < 1 ? double.PositiveInfinity : x[0];
    }

    private static double Rosenbrock(ReadOnlySpan<double> x, Span<double> gradient)
    {
        double a = x[1] - (x[0] * x[0]);
        gradient[0] = (-400 * a * x[0]) - (2 * (1 - x[0]));
        gradient[1] = 200 * a;
        return (100 * a * a) + ((1 - x[0]) * (1 - x[0]));
    }
}
