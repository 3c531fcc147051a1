using Hypermax.Numerics;
using Hypermax.Spaces;
using MathNet.Numerics.Distributions;

namespace Hypermax.Tests.Spaces;

/// <summary>Draws from every law on a grid against the law itself, integrated over the cell of each value.</summary>
public sealed class GridDensityTests
{
    private const int Draws = 20_000;

    public static TheoryData<string, Parameter> Grids => new()
    {
        { "uniform", new NumericParameter("p", Law.Uniform, 0, 1, step: 0.1) },
        { "uniform that does not fit", new NumericParameter("p", Law.Uniform, 1, 10, step: 4) },
        { "uniform whole", new NumericParameter("p", Law.Uniform, -3, 250, isInteger: true) },
        { "log-uniform", new NumericParameter("p", Law.LogUniform, 3, 1000, step: 8) },
        { "log-uniform whole", new NumericParameter("p", Law.LogUniform, 1, 5000, isInteger: true) },
        { "log-uniform of coarse steps", new NumericParameter("p", Law.LogUniform, 0.5, 10, step: 2) },
        { "normal", new NumericParameter("p", Law.Normal, double.NegativeInfinity, double.PositiveInfinity, step: 0.25, mean: -3.5, deviation: 2) },
        { "normal whole", new NumericParameter("p", Law.Normal, double.NegativeInfinity, double.PositiveInfinity, isInteger: true, mean: 0.3, deviation: 1.7) },
        { "normal, cut", new NumericParameter("p", Law.Normal, -7, 11, step: 4, mean: 3, deviation: 10) },
        { "normal, cut at its tail", new NumericParameter("p", Law.Normal, 2, 6, step: 0.5, mean: 0, deviation: 1) },
        { "log-normal", new NumericParameter("p", Law.LogNormal, 0, double.PositiveInfinity, step: 0.5, mean: 1, deviation: 0.5) },
        { "log-normal whole", new NumericParameter("p", Law.LogNormal, 0, double.PositiveInfinity, isInteger: true, mean: 2, deviation: 1) },
        { "log-normal, cut", new NumericParameter("p", Law.LogNormal, 1, 40, step: 3, mean: 2, deviation: 1) },
    };

    [Theory]
    [MemberData(nameof(Grids))]
    public void FromUnit_OnAGrid_FollowsTheLawEndsIncluded(string name, Parameter parameter)
    {
        NumericParameter law = (NumericParameter)parameter;
        Dimension dimension = new(law);
        SeedStream stream = new(1, 0, name);

        (double Value, int Count)[] seen =
        [
            .. Enumerable.Range(0, Draws)
                .Select(_ => dimension.FromUnit(stream.NextDouble()))
                .GroupBy(value => value)
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Count())),
        ];

        // Kolmogorov-Smirnov after each value: 1.95 / sqrt(n) is the 0.1 % point, and less is seen where values are few.
        double below = 0;
        foreach ((double value, int count) in seen)
        {
            Assert.True(law.Contains(value), FormattableString.Invariant($"{name}: {value}"));
            below += count;
            Assert.InRange((below / Draws) - MassUpTo(law, value), -1.95 / Math.Sqrt(Draws), 1.95 / Math.Sqrt(Draws));
        }
    }

    // The part of the law between the outer edges of the grid that lies in the cells up to a value.
    private static double MassUpTo(NumericParameter law, double value)
    {
        double half = law.Step!.Value / 2;
        double first = Math.Max(law.Low - half, law.IsLog && law.Low - half <= 0 ? law.Low / 2 : double.NegativeInfinity);
        double last = double.IsInfinity(law.High) ? law.High : law.Snap(law.High) + half;
        double least = Cdf(law, first);
        return (Cdf(law, value + half) - least) / (Cdf(law, last) - least);
    }

    private static double Cdf(NumericParameter law, double value) => double.IsInfinity(value) ? (value > 0 ? 1 : 0) : law.Law switch
    {
        Law.Uniform => value,
        Law.LogUniform => Math.Log(value),
        Law.Normal => Normal.CDF(law.Mean, law.Deviation, value),
        _ => value <= 0 ? 0 : LogNormal.CDF(law.Mean, law.Deviation, value),
    };
}
