using Hypermax.Sampling.Distinct;
using Hypermax.Sampling.GaussianProcess.Several;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Models the losses by a Gaussian process and proposes the point with the largest log expected improvement.</summary>
/// <remarks>
/// <para>A Matérn 5/2 kernel with a lengthscale for every parameter, choice and branch plus a quadratic trend
/// (docs/algorithms/gp.md says what is taken from where and what is different here). Starts with the centre of the space
/// and a spread design; running trials count with the loss the model expects of them; a failed trial without a penalty
/// counts with the worst loss seen.</para>
/// <para>Cost of a proposal with n trials and p parameters: O(n³ + c·n·(n + p)) with c ≈ 800 candidates; see
/// benchmarks/README.md for times. Beyond <see cref="GpOptions.ModelTrials"/> trials the best and the most recent are kept.</para>
/// <para>Keeps what it derived from the history it saw last; a new instance proposes the same. Not safe to share between threads.</para>
/// </remarks>
public sealed class GpSampler : IOptionSampler
{
    private const int Centred = 5;

    private readonly GpOptions _options;
    private readonly GpEngine _engine;
    private readonly GpEnsemble _ensemble;
    private readonly DistinctPoints _distinct = new();

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public GpSampler(GpOptions? options = null)
    {
        _options = options ?? new GpOptions();
        _options.Validate();
        _engine = new GpEngine(_options);
        _ensemble = new GpEnsemble(_options);
    }

    /// <inheritdoc/>
    public string Name => "gp";

    /// <inheritdoc/>
    public bool TakesSeveralObjectives => true;

    /// <inheritdoc/>
    public bool LearnsConstraints => true;

    string? IOptionSampler.Options => MethodOptions.Write(GpLedger.Options, _options);

    /// <inheritdoc/>
    public int StartupTrials(SpaceGeometry geometry) => StartupDesign.Size(geometry, _options);

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context) =>
        Start(context) ?? (IsSeveral(context.History) ? ProposeSeveral(context) : Propose(context, Look(context)));

    /// <summary>Tells whether a history needs more than one model: it has several objectives, or constraints.</summary>
    internal static bool IsSeveral(TrialHistory history) => history.ObjectiveCount > 1 || history.ConstraintNames.Count > 0;

    /// <summary>Gets the proposal of a history that is too short for a model or has used up the space, else null.</summary>
    internal Proposal? Start(SamplerContext context)
    {
        if (!_distinct.Begin(context))
        {
            return Proposal.Exhausted;
        }

        return StartupDesign.Propose(context, _options) is { } start ? _distinct.Replace(context, start) : null;
    }

    /// <summary>Gets what the model says of a history that is past the startup.</summary>
    internal GpView Look(SamplerContext context) => _engine.Look(context, draws: true);

    /// <summary>Proposes from a model.</summary>
    internal Proposal Propose(SamplerContext context, GpView view)
    {
        _distinct.Begin(context);
        AcquisitionSearch search = new(context, view.Features, new ExpectedImprovement(view));
        return _distinct.Replace(context, search.Propose(_options.Candidates, Centres(context, view), _distinct));
    }

    /// <summary>Proposes from models of all objectives and constraints.</summary>
    internal Proposal ProposeSeveral(SamplerContext context)
    {
        _distinct.Begin(context);
        EnsembleView view = _ensemble.Look(context);
        int[] front = [.. view.Front];
        context.Stream("gp/centres").Shuffle<int>(front);
        AcquisitionSearch search = new(context, view.Features, view.Acquisition);
        return _distinct.Replace(context, search.Propose(_options.Candidates, [.. front.Take(Centred).Select(row => Vector(context, row))], _distinct));
    }

    private static double[] Vector(SamplerContext context, int row)
    {
        double[] vector = new double[context.Geometry.Count];
        context.History.CopyRow(row, vector);
        return vector;
    }

    // The points with the lowest posterior means, best first.
    private static List<double[]> Centres(SamplerContext context, GpView view)
    {
        List<double[]> centres = [];
        foreach (int row in view.Posterior.Lowest(Centred, view.Rows.Length))
        {
            centres.Add(Vector(context, view.Rows[row]));
        }

        return centres;
    }
}
