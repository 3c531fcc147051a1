using Hypermax.MetaTraining.Learning;
using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.GradientTrees;

namespace Hypermax.Convergence.Tests.MetaTraining;

public sealed class BoostedRegressionTests
{
    [Fact]
    public void Fit_StepsNoiseAndMissingValues_PredictsWhatCanBe()
    {
        (double[][] rows, double[] targets) = Steps(4000);

        IReadOnlyList<FittedTree> trees = BoostedRegression.Fit(rows, targets, [.. Enumerable.Range(0, rows.Length).Select(i => i % 4 == 0)]);

        (double[][] others, double[] truth) = Steps(500, seed: 2, noise: 0);
        double error = others.Select((row, i) => Square(trees.Sum(tree => tree.Value(row)) - truth[i])).Average();
        Assert.InRange(error, 0, 0.1 * truth.Average(Square));
    }

    [Fact]
    public void Fit_TargetsThatDependOnNothing_StaysNearTheirMean()
    {
        (double[][] rows, _) = Steps(2000);
        SeedStream stream = new(5, 0, "targets");

        double[] targets = [.. rows.Select(_ => stream.NextNormal())];
        IReadOnlyList<FittedTree> trees = BoostedRegression.Fit(rows, targets, [.. Enumerable.Range(0, rows.Length).Select(i => i % 2 == 0)]);

        Assert.All(rows, row => Assert.InRange(trees.Sum(tree => tree.Value(row)), -0.5, 0.5));
    }

    [Fact]
    public void Write_FittedTrees_AreReadAgainWithTheSamePredictions()
    {
        (double[][] rows, double[] targets) = Steps(2000);
        IReadOnlyList<FittedTree> trees = BoostedRegression.Fit(rows, targets, new bool[rows.Length]);
        StringWriter text = new();

        LightGbmWriter.Write(text, ["a", "b", "c"], trees);
        TreeEnsemble read = LightGbmReader.Read(new StringReader(text.ToString()), "made");

        double[] output = new double[1];
        Assert.Equal(trees.Count, read.TreeCount);
        Assert.All(rows, row =>
        {
            read.Predict(row, output);
            Assert.Equal(trees.Sum(tree => tree.Value(row)), output[0], 1e-5);
        });
    }

    private static double Square(double value) => value * value;

    // A step in the first input, one in the second where the first is missing, and an input that says nothing.
    private static (double[][] Rows, double[] Targets) Steps(int count, int seed = 1, double noise = 0.5)
    {
        SeedStream stream = new(seed, 0, "rows");
        double First() => stream.NextDouble() < 0.3 ? double.NaN : stream.NextDouble();
        double[][] rows = [.. Enumerable.Range(0, count).Select(_ => (double[])[First(), stream.NextDouble(), stream.NextDouble()])];
        return (rows, [.. rows.Select(row => (double.IsNaN(row[0]) ? (row[1] > 0.6 ? 2 : -2) : row[0] > 0.4 ? 1 : -1) + (noise * stream.NextNormal()))]);
    }
}
