using System.Globalization;
using Hypermax.Sampling.Anneal;
using Hypermax.Sampling.Evolution;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Tpe;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Auto;

/// <summary>Chooses the method for each proposal by space, budget and what each has earned in the study; the default.</summary>
/// <remarks>
/// <para>A portfolio of a Gaussian process, a tree-structured Parzen estimator, annealing and evolution, which all learn from
/// all trials. The Gaussian process begins with nearly all proposals and keeps them while it finds improvements; where it
/// does not (plateaus, noise, functions unlike its model) the others get more. Half of the steps of annealing start
/// from the trials that the model, not the told losses, takes for the best, so that a lucky loss holds nothing up. In long
/// histories and large spaces the Gaussian process takes no part. With several objectives or constraints the Gaussian processes of all of them, the
/// Parzen estimator and children of the front take turns. The note of each <see cref="Insight"/> says why a member was chosen.</para>
/// <para>Measured in docs/algorithms/auto.md. Keeps what its parts keep; a new instance proposes the same. Not safe to
/// share between threads.</para>
/// </remarks>
public sealed class AutoSampler : IOptionSampler
{
    private const int LongStudy = 1000;
    private static readonly (string Name, double Rate)[] Members =
        [("the Gaussian process", 0.8), ("the Parzen estimator", 0.1), ("annealing", 0.12), ("evolution", 0.08)];

    private readonly AutoOptions _options;
    private readonly GpSampler _gp;
    private readonly TpeSampler _tpe;
    private readonly AnnealSampler _anneal;
    private readonly EvolutionSampler _evolution;
    private readonly AutoSeveral _several;
    private MemberCredit? _credit;
    private TrialHistory? _history;
    private long _seed;

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public AutoSampler(AutoOptions? options = null)
    {
        _options = options ?? new AutoOptions();
        _options.Validate();
        _gp = new GpSampler(_options.Gp);
        _tpe = new TpeSampler(_options.Tpe);
        _anneal = new AnnealSampler(_options.Anneal);
        _evolution = new EvolutionSampler(_options.Evolution);
        _several = new AutoSeveral(_gp, _tpe);
    }

    /// <inheritdoc/>
    public string Name => "auto";

    /// <inheritdoc/>
    public bool TakesSeveralObjectives => true;

    /// <inheritdoc/>
    public bool LearnsConstraints => true;

    string? IOptionSampler.Options => MethodOptions.Write(AutoLedger.Options, _options);

    /// <inheritdoc/>
    public int StartupTrials(SpaceGeometry geometry) => _gp.StartupTrials(geometry);

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        if (_gp.Start(context) is { } start)
        {
            return Explain(start, "a spread design before anything is known");
        }

        int limit = context.Geometry.Count > _options.GpParameters ? 0
            : context.PlannedTrials > LongStudy ? _options.GpTrialsOfLongStudy : _options.GpTrials;
        bool hasModel = context.History.Count < limit;
        if (GpSampler.IsSeveral(context.History))
        {
            (Proposal proposal, string why) = _several.Propose(context, hasModel);
            return Explain(proposal, hasModel ? why : $"{why}; {WithoutModel(context, limit)}");
        }

        if (!ReferenceEquals(_history, context.History) || _seed != context.Seed)
        {
            (_history, _seed, _credit) = (context.History, context.Seed, new MemberCredit([.. Members.Select(member => member.Rate)]));
        }

        _credit!.Update(context.History, context.Seed, StartupTrials(context.Geometry), limit);
        (int member, double share) = _credit.Choose(context.Seed, context.TrialNumber, hasModel);
        string reason = string.Create(
            CultureInfo.InvariantCulture, $"{Members[member].Name} has {100 * share:0} % of the proposals by what it has earned here");
        return Explain(Ask(member, context, hasModel), hasModel ? reason : $"{reason}; {WithoutModel(context, limit)}");
    }

    private Proposal Ask(int member, SamplerContext context, bool hasModel) => member switch
    {
        0 => _gp.Propose(context, _gp.Look(context)),
        1 => _tpe.Propose(context),
        2 when hasModel && context.Stream("auto/base").NextDouble() < 0.5 => _anneal.Propose(context, ByMean(_gp.Look(context))),
        2 => _anneal.Propose(context),
        _ => _evolution.Propose(context),
    };

    // The rows by their posterior means, the lowest first.
    private static int[] ByMean(GpView view) => [.. view.Posterior.Lowest(view.Rows.Length, view.Rows.Length).Select(i => view.Rows[i])];

    private static string WithoutModel(SamplerContext context, int limit) => limit == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{context.Geometry.Count} parameters are more than a Gaussian process is used with")
        : string.Create(CultureInfo.InvariantCulture, $"the history has grown past the {limit} trials that a Gaussian process is used with");

    private static Proposal Explain(Proposal proposal, string reason) => proposal.IsExhausted
        ? proposal
        : proposal with
        {
            Insight = proposal.Insight with
            {
                Method = "auto/" + proposal.Insight.Method,
                Note = proposal.Insight.Note is null ? reason : proposal.Insight.Note + "; " + reason,
            },
        };
}
