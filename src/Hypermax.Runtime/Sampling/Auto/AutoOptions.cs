using Hypermax.Sampling.Anneal;
using Hypermax.Sampling.Evolution;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Sampling.Auto;

/// <summary>The settings of <see cref="AutoSampler"/>; the defaults are what the documentation's figures were measured with.</summary>
public sealed record AutoOptions
{
    /// <summary>Gets the settings of the Gaussian process.</summary>
    public GpOptions Gp { get; init; } = new();

    /// <summary>Gets the settings of the tree-structured Parzen estimator.</summary>
    public TpeOptions Tpe { get; init; } = TpeOptions.Default;

    /// <summary>Gets the settings of annealing.</summary>
    public AnnealOptions Anneal { get; init; } = new();

    /// <summary>Gets the settings of evolution.</summary>
    public EvolutionOptions Evolution { get; init; } = new();

    /// <summary>Gets the number of trials up to which the Gaussian process is used; 500 by default.</summary>
    public int GpTrials { get; init; } = 500;

    /// <summary>Gets the same for a study that plans more than 1000 trials, where proposals must be cheap; 250 by default.</summary>
    public int GpTrialsOfLongStudy { get; init; } = 250;

    /// <summary>Gets the largest number of parameters, branches counted too, that the Gaussian process is used with; 150 by default.</summary>
    public int GpParameters { get; init; } = 150;

    internal void Validate() => AutoLedger.Options.Require(this, AutoLedger.CheckTogether);
}
