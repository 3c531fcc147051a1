using System.Globalization;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Tpe;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Auto;

/// <summary>Chooses the method for each proposal by space, budget and how well the model predicts; the default.</summary>
/// <remarks>
/// <para>A Gaussian process, as long as history and space are of a size for it. Its skill, the share of variance that it
/// predicts of each trial from all others, is checked at every proposal; where it is low (little data, noise, or a
/// function unlike the model) part of the proposals come from a tree-structured Parzen estimator, which does not depend on
/// that model. Longer histories and larger spaces are the Parzen estimator's alone. The note of each
/// <see cref="Insight"/> says what was chosen and why.</para>
/// <para>Measured in docs/algorithms/auto.md. Keeps what its parts keep; a new instance proposes the same. Not safe to
/// share between threads.</para>
/// </remarks>
public sealed class AutoSampler : ISampler
{
    private const int LongStudy = 1000;
    private readonly AutoOptions _options;
    private readonly GpSampler _gp;
    private readonly TpeSampler _tpe;

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public AutoSampler(AutoOptions? options = null)
    {
        _options = options ?? new AutoOptions();
        _options.Validate();
        _gp = new GpSampler(_options.Gp);
        _tpe = new TpeSampler(_options.Tpe);
    }

    /// <inheritdoc/>
    public string Name => "auto";

    /// <inheritdoc/>
    public int StartupTrials(SpaceGeometry geometry) => geometry.Count > _options.GpParameters ? _tpe.StartupTrials(geometry) : _gp.StartupTrials(geometry);

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        int limit = context.PlannedTrials > LongStudy ? _options.GpTrialsOfLongStudy : _options.GpTrials;
        if (context.Geometry.Count > _options.GpParameters)
        {
            return Explain(_tpe.Propose(context), string.Create(CultureInfo.InvariantCulture, $"{context.Geometry.Count} parameters are more than the {_options.GpParameters} that a Gaussian process is used with"));
        }

        if (context.History.Count >= limit)
        {
            return Explain(_tpe.Propose(context), string.Create(CultureInfo.InvariantCulture, $"the history has grown past the {limit} trials that a Gaussian process is used with"));
        }

        return _gp.Start(context) is { } start
            ? Explain(start, "a spread design before there is a model")
            : ByTrust(context, _gp.Look(context));
    }

    private Proposal ByTrust(SamplerContext context, GpView view)
    {
        double doubt = Math.Clamp((_options.TrustedSkill - view.Skill) / Math.Max(1e-9, _options.TrustedSkill), 0, 1);
        double share = _options.DoubtShare * doubt;
        string explained = string.Create(CultureInfo.InvariantCulture, $"the Gaussian process explains {100 * Math.Clamp(view.Skill, 0, 1):0} % of the variance");
        if (context.Stream("auto/choice").NextDouble() >= share)
        {
            return Explain(_gp.Propose(context, view), explained);
        }

        return Explain(_tpe.Propose(context), string.Create(CultureInfo.InvariantCulture, $"{explained} only, so one proposal in {1 / share:0.#} is left to the Parzen estimator"));
    }

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
