using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Sampling.Atpe;
using Hypermax.Sampling.Atpe.Learned;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.Atpe.Learned;

public sealed class LearnedPolicyTests : IDisposable
{
    private static readonly SpaceGeometry Space = new(Conformance.SamplerSpaces.Branches);
    private readonly string _folder = Directory.CreateTempSubdirectory("policy").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1e-9, 0)]
    [InlineData(40, -1e3)]
    public void Features_ScaledAndShiftedLosses_TheSame(double factor, double offset)
    {
        double[] expected = Features(loss => loss);
        double[] found = Features(loss => (factor * loss) + offset);

        Assert.Equal(ContextFeatures.Names.Count, expected.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Features_NothingButFailures_AreNumbersOrMissing()
    {
        TrialHistory history = new(Space.Count);
        for (int i = 0; i < 12; i++)
        {
            history.Add(i, Space.Sample(new SeedStream(1, i, "x")), double.NaN, TrialState.Failed);
        }

        Assert.All(Features(history), value => Assert.False(double.IsInfinity(value)));
    }

    [Fact]
    public void Choose_NoTrustInTheContext_TakesTheActionOfTheLargestWorth()
    {
        Write(trust: 0, best: "greedy");

        Assert.StartsWith("greedy", Note(30), StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_FullTrust_TakesWhatTheTreesSayAndNamesTheReason()
    {
        Write(trust: 1, best: "greedy");

        // The tree gives 'narrow' 1 from three times as many trials as e on, and nothing to the others.
        Assert.StartsWith("narrow (log_trials", Note(30), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    public void Create_BrokenManifest_IsRefusedByName(string manifest)
    {
        Write(trust: 1, best: "plain");
        File.WriteAllText(Path.Combine(_folder, LearnedModel.ManifestFile), manifest);

        string message = Assert.Throws<ArgumentException>(() => new AtpeSampler(new AtpeOptions { ModelFolder = _folder })).Message;

        Assert.Contains("atpe-policy.json", message, StringComparison.Ordinal);
        Assert.Contains(_folder, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_TreesOfOtherInputs_AreRefused()
    {
        Write(trust: 1, best: "plain", firstInput: "weather");

        string message = Assert.Throws<ArgumentException>(() => new AtpeSampler(new AtpeOptions { ModelFolder = _folder })).Message;

        Assert.Contains("other inputs", message, StringComparison.Ordinal);
    }

    private static double[] Features(Func<double, double> told)
    {
        TrialHistory history = new(Space.Count);
        for (int i = 0; i < 40; i++)
        {
            double[] point = Space.Sample(new SeedStream(1, i, "x"));
            history.Add(i, point, told(Math.Round(10 * point.Where(v => !double.IsNaN(v)).Sum())), TrialState.Complete);
        }

        return Features(history);
    }

    private static double[] Features(TrialHistory history)
    {
        RankedTrials trials = new(Space, history);
        trials.Update();
        double[] values = new double[ContextFeatures.Names.Count];
        new ContextFeatures(trials).Write(values);
        return values;
    }

    private string Note(int trials)
    {
        TrialHistory history = new(Space.Count);
        for (int i = 0; i < trials; i++)
        {
            history.Add(i, Space.Sample(new SeedStream(3, i, "x")), i % 7, TrialState.Complete);
        }

        SamplerContext context = new() { Geometry = Space, History = history, TrialNumber = trials, Seed = 1 };
        return new AtpeSampler(new AtpeOptions { ModelFolder = _folder }).Propose(context).Insight.Note!;
    }

    private void Write(double trust, string best, string firstInput = "log_trials")
    {
        string worth = string.Join(',', PolicyAction.All.Select(action => $"\"{action.Name}\":{(action.Name == best ? "0.1" : "0")}"));
        string manifest = FormattableString.Invariant($"{{\"format\":1,\"trust\":{trust},\"worth\":{{{worth}}}}}");
        File.WriteAllText(Path.Combine(_folder, LearnedModel.ManifestFile), manifest);
        string[] inputs = [firstInput, .. LearnedModel.InputNames.Skip(1)];
        string[] lines =
        [
            "tree", "version=v4", "num_class=1", "num_tree_per_iteration=1", FormattableString.Invariant($"max_feature_idx={inputs.Length - 1}"),
            "objective=regression", $"feature_names={string.Join(' ', inputs)}", string.Empty,
            "Tree=0", "num_leaves=3", "num_cat=0", FormattableString.Invariant($"split_feature=0 {Array.IndexOf(inputs, "is_narrow")}"),
            "threshold=1.1 0.5", "decision_type=8 8", "left_child=-1 -2", "right_child=1 -3", "leaf_value=0 0 1", "leaf_count=10 10 10", string.Empty,
            "end of trees",
        ];
        File.WriteAllLines(Path.Combine(_folder, LearnedModel.TreesFile), lines);
    }
}
