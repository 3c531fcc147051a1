using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Spaces;
using Hypermax.Trials;
using MathNet.Numerics.LinearAlgebra;

namespace Hypermax.Tests.Sampling.GaussianProcess;

public sealed class GpModelTests
{
    private static readonly SearchSpace Space = Conformance.SamplerSpaces.Branches;
    private readonly SpaceGeometry _geometry = new(Space);
    private readonly GpFeatures _features;
    private readonly GpData _data;
    private readonly double[] _losses;

    public GpModelTests()
    {
        _features = new GpFeatures(_geometry);
        _data = new GpData(_features);
        SeedStream stream = new(3, 0, "points");
        _losses = [.. Enumerable.Range(0, 22).Select(_ => stream.NextNormal())];
        for (int i = 0; i < _losses.Length; i++)
        {
            _data.Add(_geometry.Sample(stream));
        }
    }

    [Fact]
    public void Likelihood_Gradient_DifferenceQuotients()
    {
        GpPrior prior = new(_features, 4);
        GpLikelihood likelihood = new(prior);
        double[] log = Hyperparameters();
        double[] gradient = new double[log.Length];
        double[] other = new double[log.Length];
        likelihood.Evaluate(_data, log, _losses, gradient);

        for (int k = 0; k < log.Length; k++)
        {
            double[] up = [.. log];
            double[] down = [.. log];
            (up[k], down[k]) = (log[k] + 1e-5, log[k] - 1e-5);
            double quotient = (likelihood.Evaluate(_data, up, _losses, other) - likelihood.Evaluate(_data, down, _losses, other)) / 2e-5;

            Assert.Equal(quotient, gradient[k], 1e-5);
        }
    }

    [Fact]
    public void Kernel_MixedPointsWithBranches_PositiveSemidefinite()
    {
        double smallest = Kernel(Hyperparameters()).Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);

        Assert.True(smallest > -1e-10);
    }

    /// <summary>A loss that is forecast has a variance of its own beside the noise: on the diagonal, and nowhere else.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Predict_AnyPoint_LikeTheTextbookFormulas(int forecasts)
    {
        double[] log = Hyperparameters();
        double[] doubts = [.. Enumerable.Range(0, forecasts).Select(i => i % 3 * 0.4)];
        _data.Doubts = doubts;
        GpPosterior posterior = new(_data, new GpHyperparameters(log, _features.Warps), _losses);
        double[] point = _geometry.Sample(new SeedStream(9, 0, "query"));
        double[] row = new double[_features.Count];
        _features.Write(point, row);

        (double mean, double variance) = posterior.Predict(row);

        _data.Add(point);
        Matrix<double> all = Kernel(log);
        int n = _losses.Length;
        Matrix<double> noisy = all.SubMatrix(0, n, 0, n)
            + Matrix<double>.Build.Diagonal(n, n, i => Math.Exp(log[^1]) + (i < doubts.Length ? doubts[i] : 0));
        Vector<double> cross = all.Column(n).SubVector(0, n);
        Vector<double> ones = Vector<double>.Build.Dense(n, 1);
        double constant = ones.DotProduct(noisy.Solve(Vector<double>.Build.Dense(_losses))) / (ones.DotProduct(noisy.Solve(ones)) + 1);
        Assert.Equal(constant + cross.DotProduct(noisy.Solve(Vector<double>.Build.Dense(_losses) - constant)), mean, 1e-9);
        Assert.Equal(all[n, n] - cross.DotProduct(noisy.Solve(cross)), variance, 1e-9);
        Vector<double> fitted = (all.SubMatrix(0, n, 0, n) * noisy.Solve(Vector<double>.Build.Dense(_losses) - constant)) + constant;
        Assert.All(Enumerable.Range(0, n), i => Assert.Equal(fitted[i], posterior.Fitted[i], 1e-9));
    }

    [Fact]
    public void Likelihood_LossesThatAreForecast_GradientOfDifferenceQuotients()
    {
        _data.Doubts = [.. Enumerable.Range(0, 9).Select(i => i % 3 * 0.4)];

        Likelihood_Gradient_DifferenceQuotients();
    }

    /// <summary>A branch whose only trial was stopped is not written off: how bad it is stays open.</summary>
    [Fact]
    public void Look_BranchWhoseOnlyTrialWasForecast_IsLessSureThanWhereItWasObserved()
    {
        SpaceGeometry geometry = new(new SearchSpace("two", [new CategoricalParameter("kind", ["a", "b"]), new NumericParameter("x", Law.Uniform, 0, 1)]));

        Assert.True(DeviationAt(spread: 1) > 2 * DeviationAt(spread: 0));

        double DeviationAt(double spread)
        {
            TrialHistory history = new(2);
            for (int i = 0; i < 8; i++)
            {
                history.Add(i, [0, (i + 0.5) / 8], Math.Pow(((i + 0.5) / 8) - 0.4, 2), TrialState.Complete);
            }

            history.AddForecast(8, [1, 0.4], 0.5, spread);
            GpView view = new GpEngine(new GpOptions()).Look(new SamplerContext
            {
                Geometry = geometry,
                History = history,
                TrialNumber = 9,
                PlannedTrials = 100,
                Seed = 1,
            });
            double[] row = new double[view.Features.Count];
            view.Features.Write([1, 0.4], row);
            return Math.Sqrt(view.Posterior.Predict(row).Variance);
        }
    }

    [Fact]
    public void Skill_AnyLosses_LeavingOutEachPointByHand()
    {
        double[] log = Hyperparameters();
        GpPosterior posterior = new(_data, new GpHyperparameters(log, _features.Warps), _losses);
        int n = _losses.Length;
        Matrix<double> noisy = Kernel(log) + (Matrix<double>.Build.DenseIdentity(n) * Math.Exp(log[^1]));
        double unexplained = 0;
        for (int i = 0; i < n; i++)
        {
            int[] others = [.. Enumerable.Range(0, n).Where(j => j != i)];
            Matrix<double> part = Matrix<double>.Build.Dense(n - 1, n - 1, (a, b) => noisy[others[a], others[b]]);
            Vector<double> cross = Vector<double>.Build.Dense(n - 1, a => noisy[others[a], i]);
            Vector<double> rest = Vector<double>.Build.Dense(n - 1, a => _losses[others[a]] - posterior.Mean);
            unexplained += Math.Pow(_losses[i] - posterior.Mean - cross.DotProduct(part.Solve(rest)), 2);
        }

        double mean = _losses.Average();
        Assert.Equal(1 - (unexplained / _losses.Sum(y => (y - mean) * (y - mean))), posterior.Skill(), 1e-8);
    }

    [Fact]
    public void LogImprovement_Gradient_DifferenceQuotients()
    {
        GpPosterior posterior = new(_data, new GpHyperparameters(Hyperparameters(), _features.Warps), _losses);
        ExpectedImprovement search = new(new GpView(posterior, posterior.Best, 0, OutputTransform.Of(_losses), [], _features));
        double[] features = new double[_features.Count];
        _features.Write([0, 0.05, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0.4], features);
        int[] parameters = [1, 7];
        double[] gradient = new double[2];
        search.Evaluate(features, parameters, gradient);

        for (int k = 0; k < 2; k++)
        {
            int at = _features.OfParameter[parameters[k]];
            double place = features[at];
            features[at] = place + 1e-6;
            double up = search.Evaluate(features, [], []);
            features[at] = place - 1e-6;
            double down = search.Evaluate(features, [], []);
            features[at] = place;

            Assert.Equal((up - down) / 2e-6, gradient[k], 1e-4);
        }
    }

    private double[] Hyperparameters()
    {
        double[] log = [.. Enumerable.Range(0, _features.Count + GpHyperparameters.Variances).Select(i => 0.3 * Math.Sin(5 * i))];
        (log[^2], log[^1]) = (-1, -4);
        return log;
    }

    // The kernel written out pair by pair, as an independent account of what the packed arrays hold.
    private Matrix<double> Kernel(double[] log)
    {
        int n = _data.Count;
        return Matrix<double>.Build.Dense(n, n, (i, j) =>
        {
            int pair = i >= j ? GpData.Pairs(i) + j : GpData.Pairs(j) + i;
            double square = 0;
            for (int f = 0; f < _features.Count; f++)
            {
                double difference = _data.Columns[f][i] - _data.Columns[f][j];
                square += Math.Exp(log[f]) * (_features.IsHamming[f] ? (difference == 0 ? 0 : 1) : difference * difference);
            }

            double root = Math.Sqrt(5 * square);
            return (Math.Exp(log[^3]) * (1 + root + (root * root / 3)) * Math.Exp(-root)) + (Math.Exp(log[^2]) * _data.Trend[pair]);
        });
    }
}
