using Hypermax.Sampling;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.GaussianProcess;

public sealed class GpWarpTests
{
    private static readonly SearchSpace Line = new("line", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    [Fact]
    public void Apply_EveryShape_RisesFromZeroToOneAndBack()
    {
        foreach (GpWarp shape in GpWarp.Shapes.Append(GpWarp.None).Append(new GpWarp(1.7, 0.3)))
        {
            double[] bent = [.. Enumerable.Range(0, 101).Select(i => shape.Apply(i / 100.0))];

            Assert.Equal(0, bent[0]);
            Assert.Equal(1, bent[^1]);
            Assert.Equal(bent.Order(), bent);
            Assert.All(bent, (value, i) => Assert.Equal(i / 100.0, shape.Invert(value), 1e-12));
        }
    }

    [Fact]
    public void Write_BentCoordinates_ComeBackAsThePlaceInTheUnitInterval()
    {
        SpaceGeometry geometry = new(Line);
        GpFeatures features = new GpFeatures(geometry).Bent([new GpWarp(2, 1)]);
        double[] row = new double[1];

        features.Write([0.3], row);

        Assert.Equal(0.09, row[0], 1e-15);
        Assert.Equal(0.3, features.ToUnit(0, row[0]), 1e-15);
    }

    [Theory]
    [InlineData("waves that widen", 0.5, 1)]
    [InlineData("waves that narrow", 2, 1)]
    [InlineData("even waves", 1, 1)]
    public void Look_WavesOfOneLength_BentToWhereTheyAreEven(string waves, double a, double b)
    {
        GpView view = View(x => waves switch
        {
            "waves that widen" => Math.Cos(14 * Math.Sqrt(x)),
            "waves that narrow" => Math.Cos(14 * x * x),
            _ => Math.Cos(14 * x),
        });

        Assert.Equal(new GpWarp(a, b), view.Features.Warps[0]);
    }

    private static GpView View(Func<double, double> function)
    {
        SpaceGeometry geometry = new(Line);
        TrialHistory history = new(1);
        for (int i = 0; i < 31; i++)
        {
            // The golden section spreads any number of points evenly.
            double x = (i * 0.61803398874989485) % 1;
            history.Add(i, [x], function(x), TrialState.Complete);
        }

        return new GpEngine(new GpOptions()).Look(new SamplerContext { Geometry = geometry, History = history, TrialNumber = 31, Seed = 1 });
    }
}
