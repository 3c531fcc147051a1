using Hypermax.Spaces;

namespace Hypermax.Sampling.Tpe;

/// <summary>Settings of the tree-structured Parzen estimator; the defaults are the best that were measured (docs/algorithms/tpe.md).</summary>
/// <remarks>Immutable; checked when a sampler is created or asked with it.</remarks>
public sealed record TpeOptions
{
    private const int UsualStartup = 6;
    private const int StartupWithBranches = 10;

    /// <summary>Gets the default settings.</summary>
    public static TpeOptions Default { get; } = new();

    /// <summary>Gets the settings of Hyperopt's <c>tpe.suggest</c>: independent parameters, square-root split, forgetting, 20 random trials first.</summary>
    public static TpeOptions Hyperopt { get; } = new()
    {
        StartupTrials = 20,
        SpreadStartup = false,
        Candidates = 24,
        Split = TpeSplit.SquareRoot,
        Gamma = 0.25,
        GoodWeights = TpeWeights.Forgetting,
        BadWeights = TpeWeights.Forgetting,
        RunningWeight = 0,
        IsJoint = false,
        PriorWeight = 1,
        BandwidthFloor = 0.01,
        FloorExponent = 1,
        CellBandwidth = 0,
        PoolsChoices = true,
    };

    /// <summary>Gets the number of trials that are drawn from the space before the model is used.</summary>
    /// <value>At least 1; by default null: 6, or 10 where some parameters exist in some branches only. Counts trials of every state, running ones too.</value>
    public int? StartupTrials { get; init; }

    /// <summary>Gets whether the first trials are spread evenly (the middle of the space,
    /// then a scrambled Sobol sequence) instead of drawn independently.</summary>
    public bool SpreadStartup { get; init; } = true;

    /// <summary>Gets how many points are drawn from the good density, of which the one with the highest ratio is proposed.</summary>
    /// <value>At least 1; the default is 24.</value>
    public int Candidates { get; init; } = 24;

    /// <summary>Gets how the size of the good group grows with the number of trials.</summary>
    public TpeSplit Split { get; init; } = TpeSplit.Linear;

    /// <summary>Gets the factor of the split: the share of good trials, or the factor of the square root.</summary>
    /// <value>Above 0; the default is 0.15.</value>
    public double Gamma { get; init; } = 0.15;

    /// <summary>Gets the most trials that the good group may have.</summary>
    /// <value>At least 1; the default is 25.</value>
    public int MostGood { get; init; } = 25;

    /// <summary>Gets the weights of the good trials.</summary>
    public TpeWeights GoodWeights { get; init; } = TpeWeights.ExpectedImprovement;

    /// <summary>Gets the weights of the bad trials: uniform or forgetting.</summary>
    public TpeWeights BadWeights { get; init; } = TpeWeights.Uniform;

    /// <summary>Gets how much a trial that runs counts among the bad ones, so that several workers are not sent to one place.</summary>
    /// <value>0, as in Hyperopt, where running trials are not seen, or above; 1 is a bad trial that ended. The default is 0.1: more keeps batches away
    /// from the best place, too. No point is proposed twice at a time with any.</value>
    public double RunningWeight { get; init; } = 0.1;

    /// <summary>Gets the number of youngest trials that <see cref="TpeWeights.Forgetting"/> gives full weight.</summary>
    /// <value>At least 1; the default is 25.</value>
    public int ForgettingLength { get; init; } = 25;

    /// <summary>Gets whether all parameters are modelled together; otherwise each on its own.</summary>
    public bool IsJoint { get; init; } = true;

    /// <summary>Gets the weight of the space's own law in each density, in trials.</summary>
    /// <value>Above 0; the default is 0.5.</value>
    public double PriorWeight { get; init; } = 0.5;

    /// <summary>Gets the weight that a choice's kernel gives to each other choice, in trials: how reluctant the search is to drop choices.</summary>
    /// <value>Above 0; the default is 3. The kernel of a trial among m stays with its own choice with odds of m + 1 to this times the number of
    /// choices.</value>
    public double ChoiceSmoothing { get; init; } = 3;

    /// <summary>Gets the narrowest kernel, as a part of a parameter's range.</summary>
    /// <value>From 1e-6 to 1; the default is 0.03.</value>
    public double BandwidthFloor { get; init; } = 0.03;

    /// <summary>Gets how fast the narrowest kernel shrinks to <see cref="BandwidthFloor"/>: with m trials it is (m + 2) to the minus this power.</summary>
    /// <value>Above 0; by default null: 1 + 2/p where p parameters exist at once, so that kernels over many parameters stay wide for longer.</value>
    public double? FloorExponent { get; init; }

    /// <summary>Gets the narrowest kernel of a grid parameter, in cells.</summary>
    /// <value>0 or above; the default is 0.25.</value>
    public double CellBandwidth { get; init; } = 0.25;

    /// <summary>Gets whether the ends of the range count as neighbours when the widths of kernels are chosen.</summary>
    /// <value>The default is false: kernels at the edge of a cluster stay as narrow as the cluster, which measured clearly better.</value>
    public bool EndsAreNeighbours { get; init; }

    /// <summary>Gets whether choices are counted over the group, as in Hyperopt, instead of having a kernel for each trial.</summary>
    /// <remarks>Only where parameters are modelled on their own.</remarks>
    public bool PoolsChoices { get; init; }

    /// <summary>Gets the number of trials before the model in a space: a branch must not be given up after one point in it.</summary>
    internal int StartupIn(SpaceGeometry geometry) =>
        StartupTrials ?? (geometry.Dimensions.Any(dimension => dimension.Parameter.Conditions.Count > 0) ? StartupWithBranches : UsualStartup);

    /// <summary>Throws when a setting is out of its range.</summary>
    /// <exception cref="ArgumentException">One or more settings are out of range; the message names all of them.</exception>
    internal void Validate() => TpeLedger.Options.Require(this, TpeLedger.CheckTogether);
}
