using Hypermax.Fronts;
using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.GaussianProcess.Several;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.GaussianProcess;

/// <summary>The acquisition of several objectives and a constraint against draws from the models and difference quotients.</summary>
public sealed class HypervolumeImprovementTests
{
    private static readonly SpaceGeometry Geometry = new(new SearchSpace(
        "plane", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Evaluate_AnyPoint_TheMeanGrowthOverDrawsTimesTheShareThatIsFeasible(int objectives)
    {
        GpView[] views = [.. Enumerable.Range(0, objectives + 1).Select(View)];
        LossTable front = Front(objectives);
        double[] reference = [.. Enumerable.Repeat(1.5, objectives)];
        BoxDecomposition boxes = new(front, reference);
        HypervolumeImprovement acquisition = new(views[..objectives], boxes, new Feasibility(views[objectives..]));
        double[] features = [0.31, 0.62];
        SeedStream stream = new(5, 0, "draws");
        (double grown, int feasible) = (0, 0);
        const int Draws = 40_000;
        for (int draw = 0; draw < Draws; draw++)
        {
            double[] values = [.. views.Select(view => Drawn(view, features, stream))];
            grown += boxes.ImprovementBy(values.AsSpan(0, objectives));
            feasible += values[objectives] <= views[objectives].Scale.Zero ? 1 : 0;
        }

        double expected = grown / Draws * feasible / Draws;

        Assert.Equal(1, Math.Exp(acquisition.Evaluate(features, [], [])) / expected, 0.05);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Evaluate_Gradient_DifferenceQuotients(int objectives)
    {
        GpView[] views = [.. Enumerable.Range(0, objectives + 1).Select(View)];
        BoxDecomposition boxes = new(Front(objectives), [.. Enumerable.Repeat(1.5, objectives)]);
        HypervolumeImprovement acquisition = new(views[..objectives], boxes, new Feasibility(views[objectives..]));
        double[] features = [0.31, 0.62];
        double[] gradient = new double[2];
        acquisition.Evaluate(features, [0, 1], gradient);

        for (int k = 0; k < 2; k++)
        {
            double place = features[k];
            features[k] = place + 1e-6;
            double up = acquisition.Evaluate(features, [], []);
            features[k] = place - 1e-6;
            double down = acquisition.Evaluate(features, [], []);
            features[k] = place;

            Assert.Equal(1, (up - down) / 2e-6 / gradient[k], 1e-4);
        }
    }

    [Fact]
    public void OfViolations_TheBoundKeepsItsPlace()
    {
        OutputTransform scale = OutputTransform.OfViolations([-3, -0.1, 0.2, 5000, double.NaN]);

        Assert.True(scale.Values[1] < scale.Zero && scale.Zero < scale.Values[2]);
        Assert.True(scale.Values[3] < 10);
    }

    // Losses without a pattern, so that the models know little and every outcome has a chance.
    private static GpView View(int model)
    {
        TrialHistory history = new(2);
        SeedStream stream = new(model, 0, "points");
        for (int row = 0; row < 9; row++)
        {
            double[] vector = Geometry.Sample(stream);
            history.Add(row, vector, stream.NextNormal(), TrialState.Complete);
        }

        SamplerContext context = new() { Geometry = Geometry, History = history, TrialNumber = 9, Seed = 1 };
        return new GpEngine(new GpOptions(), model == 2 ? OutputTransform.OfViolations : null, isBent: false).Look(context);
    }

    private static LossTable Front(int objectives) => objectives switch
    {
        1 => new LossTable([-0.4], 1),
        2 => new LossTable([-1, 0.8, -0.4, 0.1, 0.5, -0.6], 2),
        _ => new LossTable([-1, 0.8, 0.2, -0.4, 0.1, 0.3, 0.5, -0.6, -0.2], 3),
    };

    private static double Drawn(GpView view, double[] features, SeedStream stream)
    {
        (double mean, double variance) = view.Posterior.Predict(features);
        return mean + (Math.Sqrt(variance) * stream.NextNormal());
    }
}
