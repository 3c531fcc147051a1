using Hypermax.Convergence.Population.Curves;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Models;

/// <summary>Boosted trees on binned features with the squared error; their error on data they have not seen.</summary>
internal sealed class BoostedTrees
{
    private const int Bins = 16;
    private readonly Dataset _data;
    private readonly byte[][] _train;
    private readonly byte[][] _test;
    private readonly double[] _luck;

    private BoostedTrees(Draws draws, Dataset data)
    {
        _data = data;
        _luck = draws.Uniforms(4099);
        double[][] edges = [.. Enumerable.Range(0, data.Features).Select(f => Edges([.. data.Train.Select(row => row[f]).Order()]))];
        _train = Binned(data.Train, edges);
        _test = Binned(data.Test, edges);
    }

    private static Parameter[] Parameters =>
    [
        Forms.Float("rate", 0.005, 2, log: true), Forms.Int("depth", 1, 4), Forms.Int("leaf", 1, 40, log: true),
        Forms.Float("penalty", 1e-3, 100, log: true), Forms.Float("rows", 0.2, 1), Forms.Float("columns", 0.2, 1),
    ];

    public static Problem Make(Draws draws)
    {
        BoostedTrees model = new(draws, Dataset.Numbers(draws, 90, 70, draws.Whole(0, 4)));
        SearchSpace space = new("boosting", [Forms.Int("rounds", 1, 60, log: true), .. Parameters]);
        return Composition.Searched(space, model.Error, 2500) with { ReferenceDraws = 800 };
    }

    /// <summary>Makes a problem whose budget is the number of rounds.</summary>
    public static Problem MakeCurves(Draws draws)
    {
        BoostedTrees model = new(draws, Dataset.Numbers(draws, 90, 70, draws.Whole(0, 4)));
        return CurveFamilies.Of(draws, new SearchSpace("boosting", Parameters), 0.3, model.Curve);
    }

    private double Error(double[] x)
    {
        double error = 0;
        Boost(x, (int)x[0], (round, predicted) => error = round == (int)x[0] - 1 ? ErrorOf(predicted) : error);
        return error;
    }

    private double[] Curve(double[] x)
    {
        double[] curve = new double[LearningCurves.Whole];
        Boost([0, .. x], curve.Length, (round, predicted) => curve[round] = ErrorOf(predicted));
        return curve;
    }

    private void Boost(double[] x, int rounds, Action<int, double[]> after)
    {
        double[] residual = [.. _data.TrainTarget];
        double[] predicted = new double[_test.Length];
        int luck = 0;
        for (int round = 0; round < rounds; round++)
        {
            int[] rows = [.. Enumerable.Range(0, residual.Length).Where(_ => Luck(ref luck) < x[5])];
            int[] features = [.. Enumerable.Range(0, _data.Features).Where(_ => Luck(ref luck) < x[6])];
            Grow(rows, [.. Enumerable.Range(0, residual.Length)], [.. Enumerable.Range(0, predicted.Length)], features, (int)x[2], x, residual, predicted);
            after(round, predicted);
        }
    }

    private double ErrorOf(double[] predicted)
    {
        double sum = 0;
        for (int i = 0; i < predicted.Length; i++)
        {
            double miss = _data.TestTarget[i] - predicted[i];
            sum += miss * miss;
        }

        return Math.Min(100, sum / predicted.Length);
    }

    // Splits a node or makes it a leaf that moves the residuals of all its rows and the predictions of its test rows.
    private void Grow(int[] rows, int[] all, int[] tests, int[] features, int depth, double[] x, double[] residual, double[] predicted)
    {
        (int feature, int cut) = depth > 0 ? Split(rows, features, x, residual) : (-1, 0);
        if (feature >= 0)
        {
            Grow(
                [.. rows.Where(r => _train[r][feature] <= cut)],
                [.. all.Where(r => _train[r][feature] <= cut)],
                [.. tests.Where(t => _test[t][feature] <= cut)],
                features,
                depth - 1,
                x,
                residual,
                predicted);
            Grow(
                [.. rows.Where(r => _train[r][feature] > cut)],
                [.. all.Where(r => _train[r][feature] > cut)],
                [.. tests.Where(t => _test[t][feature] > cut)],
                features,
                depth - 1,
                x,
                residual,
                predicted);
            return;
        }

        double value = x[1] * rows.Sum(r => residual[r]) / (rows.Length + x[4]);
        foreach (int row in all)
        {
            residual[row] -= value;
        }

        foreach (int test in tests)
        {
            predicted[test] += value;
        }
    }

    private (int Feature, int Cut) Split(int[] rows, int[] features, double[] x, double[] residual)
    {
        double total = rows.Sum(r => residual[r]);
        double best = (total * total / (rows.Length + x[4])) + 1e-9;
        (int Feature, int Cut) chosen = (-1, 0);
        Span<double> sums = stackalloc double[Bins];
        Span<int> counts = stackalloc int[Bins];
        foreach (int feature in features)
        {
            sums.Clear();
            counts.Clear();
            foreach (int row in rows)
            {
                sums[_train[row][feature]] += residual[row];
                counts[_train[row][feature]]++;
            }

            double left = 0;
            int below = 0;
            for (int cut = 0; cut < Bins - 1; cut++)
            {
                left += sums[cut];
                below += counts[cut];
                int above = rows.Length - below;
                double gain = below < x[3] || above < x[3] ? 0 : (left * left / (below + x[4])) + ((total - left) * (total - left) / (above + x[4]));
                (best, chosen) = gain > best ? (gain, (feature, cut)) : (best, chosen);
            }
        }

        return chosen;
    }

    private double Luck(ref int index) => _luck[index++ % _luck.Length];

    private static double[] Edges(double[] sorted) => [.. Enumerable.Range(1, Bins - 1).Select(k => sorted[k * sorted.Length / Bins])];

    private static byte[][] Binned(double[][] rows, double[][] edges) =>
        [.. rows.Select(row => row.Select((v, f) => (byte)edges[f].Count(edge => v > edge)).ToArray())];
}
