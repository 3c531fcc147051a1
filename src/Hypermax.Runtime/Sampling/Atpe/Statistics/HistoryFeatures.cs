namespace Hypermax.Sampling.Atpe.Statistics;

/// <summary>Sums up a history in the 113 numbers that the published models take.</summary>
/// <remarks>
/// Seven groups of trials with eight statistics of the losses and eight of the correlations between loss and each numeric
/// parameter, and the cardinality of the space. A trial without a loss has a place in its group and is left out of every
/// statistic; a parameter counts where it exists. Cost: linear in trials times parameters. Scratch space is kept; not safe
/// to share between threads.
/// </remarks>
internal sealed class HistoryFeatures
{
    private readonly RankedTrials _trials;
    private readonly RankCorrelation _correlation;
    private readonly ResultGroup _group = new();
    private readonly int[] _numeric;
    private readonly double[] _correlations;
    private readonly double _cardinality;
    private double[] _losses = [];

    public HistoryFeatures(RankedTrials trials)
    {
        _trials = trials;
        _correlation = new RankCorrelation(trials);
        _numeric =
        [
            .. Enumerable.Range(0, trials.Geometry.Count).Where(
                parameter => trials.Geometry.Dimensions[parameter] is { IsCategorical: false, LevelCount: not 1 }),
        ];
        _correlations = new double[_numeric.Length];
        _cardinality = SpaceCardinality.Log10(trials.Geometry);
    }

    /// <summary>Computes the features.</summary>
    /// <param name="scale">The scale of the losses.</param>
    /// <param name="features">Where the 113 numbers are written, in the order of <see cref="FeatureNames.All"/>.</param>
    public void Write(LossScale scale, Span<double> features)
    {
        features[FeatureNames.CardinalityPlace] = _cardinality;
        int count = _trials.History.Count;
        int place = 0;
        for (int group = 0; group < FeatureNames.Groups.Length; group++)
        {
            switch (FeatureNames.Groups[group])
            {
                case "all": _group.Take(_trials, 0); break;
                case "recent_10": _group.Take(_trials, count - 10); break;
                case "recent_15%": _group.Take(_trials, count - Math.Max((int)Math.Ceiling(0.15 * count), 5)); break;
                case "recent_25": _group.Take(_trials, count - 25); break;
                case "top_10%": _group.TakeBest(_trials, 10); break;
                case "top_20%": _group.TakeBest(_trials, 20); break;
                default: _group.TakeBest(_trials, 30); break;
            }

            WriteCorrelations(features.Slice(place, FeatureNames.Statistics));
            WriteLosses(scale, features.Slice(place + FeatureNames.Statistics, FeatureNames.Statistics));
            place += FeatureNames.CardinalityPlace + (group == 0 ? 1 : 0);
        }
    }

    private void WriteCorrelations(Span<double> features)
    {
        for (int i = 0; i < _numeric.Length; i++)
        {
            _correlations[i] = _correlation.Of(_numeric[i], _group.ByLoss, _group.IsIn);
        }

        Array.Sort(_correlations);
        SampleFeatures.Write(_correlations, isLargestBest: true, features);
    }

    private void WriteLosses(LossScale scale, Span<double> features)
    {
        if (_losses.Length < _group.Count)
        {
            _losses = new double[_group.Count * 2];
        }

        for (int i = 0; i < _group.Count; i++)
        {
            _losses[i] = scale[_trials.History.Losses[_group.ByLoss[i]]];
        }

        SampleFeatures.Write(_losses.AsSpan(0, _group.Count), isLargestBest: false, features);
    }
}
