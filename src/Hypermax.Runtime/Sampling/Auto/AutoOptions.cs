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

    /// <summary>Gets the number of trials up to which the Gaussian process is used; 500 by default.</summary>
    public int GpTrials { get; init; } = 500;

    /// <summary>Gets the same for a study that plans more than 1000 trials, where proposals must be cheap; 250 by default.</summary>
    public int GpTrialsOfLongStudy { get; init; } = 250;

    /// <summary>Gets the largest number of parameters, branches counted too, that the Gaussian process is used with; 150 by default.</summary>
    public int GpParameters { get; init; } = 150;

    /// <summary>Gets the share of variance explained from which on the Gaussian process is trusted fully; from 0 to 1, 0.6 by default.</summary>
    public double TrustedSkill { get; init; } = 0.6;

    /// <summary>Gets the largest share of proposals that is left to the Parzen estimator while the Gaussian process explains nothing; 0.5 by default.</summary>
    public double DoubtShare { get; init; } = 0.5;

    internal void Validate()
    {
        Check(nameof(GpTrials), GpTrials, 0, int.MaxValue);
        Check(nameof(GpTrialsOfLongStudy), GpTrialsOfLongStudy, 0, int.MaxValue);
        Check(nameof(GpParameters), GpParameters, 0, int.MaxValue);
        Check(nameof(TrustedSkill), TrustedSkill, 0, 1);
        Check(nameof(DoubtShare), DoubtShare, 0, 1);
    }

    private static void Check(string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentException(FormattableString.Invariant($"{nameof(AutoOptions)}.{name} is {value}; it must be from {least} to {most}. Leave it out for the default."), name);
        }
    }
}
