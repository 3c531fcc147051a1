namespace Hypermax.Sampling.GaussianProcess;

/// <summary>What the model says at one moment.</summary>
/// <param name="Posterior">The function as believed, running trials fantasised.</param>
/// <param name="Target">The lowest posterior mean at a finished trial, which a proposal is to improve on.</param>
/// <param name="Skill">The share of the variance of the losses that predictions of each trial from the others explain;
/// at most 1, below 0 when they mislead.</param>
/// <param name="Scale">How losses were transformed.</param>
/// <param name="Rows">The row of the history behind each finished trial the model is conditioned on.</param>
/// <param name="Features">The coordinates that the posterior is asked in.</param>
internal sealed record GpView(GpPosterior Posterior, double Target, double Skill, OutputTransform Scale, int[] Rows, GpFeatures Features);
