using Hypermax.Conformance;
using Hypermax.Numerics;
using Hypermax.Sampling.Tpe;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.Tpe;

public sealed class ParzenMixtureTests
{
    [Fact]
    public void LogDensities_OneParameter_IntegrateToOne()
    {
        Setup setup = new(new SearchSpace("s", [new NumericParameter("x", Law.Uniform, -1, 4)]), 9, TpeOptions.Default);

        double integral = 0;
        const int Steps = 20_000;
        for (int i = 0; i < Steps; i++)
        {
            integral += Math.Exp(setup.LogDensity([(i + 0.5) / Steps])) / Steps;
        }

        Assert.Equal(1, integral, 1e-4);
    }

    [Fact]
    public void LogDensity_OneChoiceAlone_SumsToOneOverItsValues()
    {
        Setup setup = new(SamplerSpaces.Choices, 12, TpeOptions.Hyperopt);
        OneByOneMixture mixture = setup.Fill(new OneByOneMixture(setup.Rows, TpeOptions.Hyperopt, 1.5));
        KernelQuery query = new(5);

        double sum = 0;
        for (int choice = 0; choice < 4; choice++)
        {
            sum += 0.25 * Math.Exp(mixture.LogDensity([choice, double.NaN, double.NaN, double.NaN, double.NaN], 0, query));
        }

        Assert.Equal(1, sum, 1e-5);
    }

    [Fact]
    public void LogDensities_FiniteConditionalSpace_SumToOneOverAllPoints()
    {
        Setup setup = new(SamplerSpaces.Finite, 9, TpeOptions.Default);
        PointEnumeration points = PointEnumeration.Of(setup.Geometry, _ => null);
        double total = 0;
        for (double i = 0; i < points.Count; i++)
        {
            double[] vector = points.PointAt(i);
            double law = 1;
            double[] coordinates = new double[vector.Length];
            for (int d = 0; d < vector.Length; d++)
            {
                coordinates[d] = setup.Dimensions[d].Coordinate(vector[d]);
                if (!double.IsNaN(vector[d]))
                {
                    (double low, double high) = setup.Geometry.Dimensions[d].Cell(vector[d]);
                    law *= high - low;
                }
            }

            total += law * Math.Exp(setup.LogDensity(coordinates));
        }

        Assert.Equal(1, total, 1e-5);
    }

    [Fact]
    public void LogDensities_TwoNumbers_FormulaByHand()
    {
        SearchSpace space = new("s", [new NumericParameter("x", Law.Uniform, 0, 1), new CategoricalParameter("c", ["a", "b"])]);
        Setup setup = new(space, [[0.2, 0], [0.7, 1]], TpeOptions.Default with { FloorExponent = 2 });

        // Widths: 0.2 lies 0.3 below the prior's centre, 0.7 lies 0.2 above it; the ends do not count. Own share: 1/(1 + 2·3/3).
        double Normal(double u, double m, double s) => MathNet.Numerics.Distributions.Normal.PDF(m, s, u)
            / (MathNet.Numerics.Distributions.Normal.CDF(m, s, 1) - MathNet.Numerics.Distributions.Normal.CDF(m, s, 0));
        double own = (1 / 3.0 / 0.5) + (2 / 3.0);
        double other = 2 / 3.0;
        double expected = ((Normal(0.4, 0.2, 0.3) * own) + (Normal(0.4, 0.7, 0.2) * other) + 1) / 3;

        Assert.Equal(Math.Log(expected), setup.LogDensity([0.4, 0]), 1e-5);
    }

    [Fact]
    public void AddAndRemove_AnyOrder_SameAsFilledAtOnce()
    {
        Setup all = new(SamplerSpaces.Branches, 200, TpeOptions.Default);
        JointMixture grown = new(all.Rows, TpeOptions.Default, 1.5);
        grown.Resize(200);
        SeedStream stream = new(1, 0, "order");
        int[] order = [.. Enumerable.Range(0, 200)];
        stream.Shuffle<int>(order);
        foreach (int row in order)
        {
            grown.Add(row, row);
        }

        foreach (int row in order.Where(row => row % 3 == 0))
        {
            grown.Remove(row);
        }

        grown.Refresh([], 1);
        int[] left = [.. Enumerable.Range(0, 200).Where(row => row % 3 != 0)];
        JointMixture filled = new(all.Rows, TpeOptions.Default, 1.5);
        filled.Resize(200);
        filled.Clear();
        filled.Fill(left, left);
        filled.Refresh([], 1);

        for (int slot = 0; slot < 200; slot++)
        {
            for (int d = 0; slot % 3 != 0 && d < all.Dimensions.Length; d++)
            {
                Assert.Equal(filled.Table.Precision(slot, d), grown.Table.Precision(slot, d));
            }
        }

        for (int row = 0; row < 200; row++)
        {
            double[] point = [.. Enumerable.Range(0, all.Dimensions.Length).Select(d => all.Rows[row, d])];
            Assert.Equal(LogDensity(filled, point), LogDensity(grown, point));
        }
    }

    [Fact]
    public void LogDensities_FourAtOnce_SameAsOneByOne()
    {
        Setup setup = new(SamplerSpaces.Numbers, 700, TpeOptions.Default);
        double[] points = new double[4 * 5];
        new SeedStream(9, 0, "points").Fill(points);
        double[] together = new double[4];

        setup.Mixture.LogDensities(points, new KernelQuery(5), together);

        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(setup.LogDensity(points.AsSpan(i * 5, 5).ToArray()), together[i]);
        }
    }

    private sealed class Setup
    {
        public Setup(SearchSpace space, int trials, TpeOptions options)
            : this(space, [.. Enumerable.Range(0, trials).Select(trial => new SpaceGeometry(space).Sample(new SeedStream(7, trial, "rows")))], options)
        {
        }

        public Setup(SearchSpace space, double[][] points, TpeOptions options)
        {
            Geometry = new SpaceGeometry(space);
            TrialHistory history = new(space.Count);
            foreach (double[] point in points)
            {
                history.Add(history.Count, point, history.Count, TrialState.Complete);
            }

            Dimensions = [.. Geometry.Dimensions.Select(dimension => new TpeDimension(dimension))];
            Rows = new CoordinateRows(Dimensions);
            Rows.Update(history);
            Mixture = Fill(new JointMixture(Rows, options, options.FloorExponent ?? 1.5));
        }

        public SpaceGeometry Geometry { get; }

        public TpeDimension[] Dimensions { get; }

        public CoordinateRows Rows { get; }

        public JointMixture Mixture { get; }

        public TMixture Fill<TMixture>(TMixture mixture)
            where TMixture : ParzenMixture
        {
            int[] slots = [.. Enumerable.Range(0, Rows.Count)];
            mixture.Resize(slots.Length);
            mixture.Clear();
            mixture.Fill(slots, slots);
            mixture.Refresh([], 1);
            return mixture;
        }

        public double LogDensity(double[] coordinates) => ParzenMixtureTests.LogDensity(Mixture, coordinates);
    }

    private static double LogDensity(JointMixture mixture, double[] coordinates)
    {
        double[] log = new double[1];
        mixture.LogDensities(coordinates, new KernelQuery(coordinates.Length), log);
        return log[0];
    }
}
