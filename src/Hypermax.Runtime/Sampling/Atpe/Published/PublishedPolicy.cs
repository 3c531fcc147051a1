using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Choosing;
using Hypermax.Sampling.Atpe.Filtering;
using Hypermax.Sampling.Atpe.Locking;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Sampling.Atpe.Published;

/// <summary>Hypermax's own way: 113 features, thirteen models in a chain, and what they say for the filter, the locks and the estimator.</summary>
internal sealed class PublishedPolicy : AtpePolicy
{
    private const int FewestStartupTrials = 10;

    private readonly Cascade _cascade;
    private readonly HistoryFeatures _features;
    private readonly double[] _values = new double[FeatureNames.All.Length];

    public PublishedPolicy(RankedTrials trials, Cascade cascade)
        : base(trials)
    {
        (_cascade, _features) = (cascade, new HistoryFeatures(trials));
        StartupTrials = StartupOf(trials.Geometry);
    }

    /// <inheritdoc/>
    public override int StartupTrials { get; }

    /// <inheritdoc/>
    public override TpeOptions Startup => TpeOptions.Hyperopt with { StartupTrials = StartupTrials, SpreadStartup = true, Gamma = 1 };

    /// <summary>Gets how many valid trials come before the first choice: ten, or the decimal digits of the number of points.</summary>
    public static int StartupOf(Spaces.SpaceGeometry geometry) => Math.Max(FewestStartupTrials, (int)Math.Floor(SpaceCardinality.Log10(geometry)));

    /// <inheritdoc/>
    public override AtpeSettings Choose(FixedValues given, SeedStream stream)
    {
        _features.Write(LossScale.Of(Trials, StartupTrials), _values);
        _cascade.Scaling.Apply(_values);
        return Settings(_cascade.Predict(_values, (_, probabilities) => Draw(probabilities, stream)));
    }

    /// <summary>Makes the settings of a proposal of what was predicted.</summary>
    internal static AtpeSettings Settings(PredictedSetting[] predicted)
    {
        Dictionary<string, double> numbers = new(StringComparer.Ordinal);
        Dictionary<string, string> modes = new(StringComparer.Ordinal);
        for (int i = 0; i < predicted.Length; i++)
        {
            CascadeStep step = CascadeStep.All[i];
            if (step.IsMode)
            {
                modes[step.Name] = step.Values[(int)predicted[i].Value];
            }
            else
            {
                numbers[step.Name] = predicted[i].Value;
            }
        }

        TpeOptions tpe = TpeOptions.Hyperopt with { Gamma = numbers["gamma"], Candidates = (int)numbers["nEICandidates"] };
        return new AtpeSettings(tpe, Filter(modes["resultFilteringMode"], numbers), Locking(modes, numbers), SettingWords.Of(predicted));
    }

    private static TrialFilter Filter(string mode, Dictionary<string, double> numbers) => mode switch
    {
        "age" => new TrialFilter(TrialFilterMode.Age, numbers["resultFilteringAgeMultiplier"]),
        "loss_rank" => new TrialFilter(TrialFilterMode.LossRank, numbers["resultFilteringLossRankMultiplier"]),
        "random" => new TrialFilter(TrialFilterMode.Random, numbers["resultFilteringRandomProbability"]),
        _ => new TrialFilter(TrialFilterMode.None, 1),
    };

    private static LockRule Locking(Dictionary<string, string> modes, Dictionary<string, double> numbers) => new()
    {
        Cutoff = numbers["secondaryCutoff"],
        Exponent = numbers["secondaryCorrelationExponent"],
        Probability = modes["secondaryProbabilityMode"] == "fixed" ? numbers["secondaryFixedProbability"] : null,
        Multiplier = numbers["secondaryCorrelationMultiplier"],
        TopPercent = modes["secondaryLockingMode"] == "top" ? numbers["secondaryTopLockingPercentile"] : null,
    };

    private static int Draw(double[] probabilities, SeedStream stream)
    {
        double rest = stream.NextDouble();
        for (int i = 0; i < probabilities.Length - 1; i++)
        {
            rest -= probabilities[i];
            if (rest < 0)
            {
                return i;
            }
        }

        return probabilities.Length - 1;
    }
}
