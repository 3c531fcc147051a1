using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Atpe;
using Hypermax.Sampling.Atpe.Published;
using Hypermax.Sampling.Atpe.Statistics;

namespace Hypermax.Tests.Sampling.Atpe.Published;

/// <summary>What another evaluator computed from the published models, for features at their means.</summary>
public sealed class PublishedModelsTests
{
    // What each model predicts and what is used of it, when the modes are none, fixed and top, or age, correlation and random.
    public static readonly (string Name, double FirstRaw, double FirstUsed, double SecondRaw, double SecondUsed)[] Numbers =
    [
        ("resultFilteringAgeMultiplier", 2.536487099, 2.634574, 2.556618141, 2.803389),
        ("resultFilteringLossRankMultiplier", 2.876596863, 3.497801, 2.945298904, 3.903239),
        ("resultFilteringRandomProbability", .811117079, .838151, .811917716, .847530),
        ("secondaryTopLockingPercentile", 4.712313817, 4.430491, 4.981083256, 7.487639),
        ("secondaryCorrelationExponent", 1.983222915, 2.186276, 2.036106319, 2.660001),
        ("secondaryCorrelationMultiplier", 1.125950073, 1.316922, .980917499, .532525),
        ("secondaryFixedProbability", .565803022, .678384, .456501248, .229131),
        ("secondaryCutoff", .115551402, .375503, .022130826, -.050205),
        ("gamma", 1.621210713, 1.745603, 1.703488457, 1.921846),
        ("nEICandidates", 14.916069428, 11, 15.718066327, 15),
    ];

    [PublishedFact]
    public void Predict_FeaturesAtTheirMeans_Numbers()
    {
        PredictedSetting[] first = Predict("none", "fixed", "top");
        PredictedSetting[] second = Predict("age", "correlation", "random");

        Assert.All(Numbers, expected =>
        {
            int i = CascadeStep.All.ToList().FindIndex(step => step.Name == expected.Name);
            Assert.Equal(expected.FirstRaw, first[i].Predictions[0], 1e-8);
            Assert.Equal(expected.FirstUsed, first[i].Value, 1e-6);
            Assert.Equal(expected.SecondRaw, second[i].Predictions[0], 1e-8);
            Assert.Equal(expected.SecondUsed, second[i].Value, 1e-6);
        });
    }

    [PublishedFact]
    public void Predict_FeaturesAtTheirMeans_Modes()
    {
        PredictedSetting[] first = Predict("none", "fixed", "top");
        PredictedSetting[] second = Predict("age", "correlation", "random");

        AreClose([.277430533, .225475058, .271044469, .226049941], first[0].Predictions, 1e-8);
        AreClose([.554081, .270509, .092298, .083112], first[0].Probabilities, 1e-6);
        AreClose([.455674819, .544325181], first[1].Predictions, 1e-8);
        AreClose([.130435, .869565], first[1].Probabilities, 1e-6);
        AreClose([.482088904, .517911096], first[2].Predictions, 1e-8);
        AreClose([.130435, .869565], first[2].Probabilities, 1e-6);
        AreClose([.469471318, .530528682], second[1].Predictions, 1e-8);
        AreClose([.672125, .327875], second[1].Probabilities, 1e-6);
        AreClose([.491887428, .508112572], second[2].Predictions, 1e-8);
        AreClose([.781955, .218045], second[2].Probabilities, 1e-6);
    }

    [PublishedFact]
    public void Propose_PublishedModels_BetterThanRandom()
    {
        SearchSpace space = new("sphere", Enumerable.Range(0, 5).Select(i => new NumericParameter(FormattableString.Invariant($"x{i}"), Law.Uniform, -5, 5)));
        ISampler Atpe() => new AtpeSampler(new AtpeOptions { ModelFolder = PublishedFactAttribute.Folder });
        double Best(ISampler sampler, int seed)
        {
            SamplerRun run = new(sampler, space, seed);
            return run.Do(60, run.Bowl).Min(run.Bowl);
        }

        Assert.InRange(Enumerable.Range(0, 10).Count(seed => Best(Atpe(), seed) < Best(Samplers.Create("random"), seed)), 8, 10);
    }

    private static PredictedSetting[] Predict(params string[] modes) => PublishedModels.Read(PublishedFactAttribute.Folder!)
        .Predict(new double[FeatureNames.All.Length], (step, _) => Array.FindIndex(step.Values, value => modes[StepIndex(step)] == value));

    private static int StepIndex(CascadeStep step) => CascadeStep.All.ToList().IndexOf(step);

    private static void AreClose(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
