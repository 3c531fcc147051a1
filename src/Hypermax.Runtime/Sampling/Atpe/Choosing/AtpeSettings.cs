using Hypermax.Sampling.Atpe.Filtering;
using Hypermax.Sampling.Atpe.Locking;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Sampling.Atpe.Choosing;

/// <summary>What a policy chose for one proposal.</summary>
/// <param name="Tpe">The settings of the estimator.</param>
/// <param name="Filter">Which trials it does not see.</param>
/// <param name="Lock">Which parameters are taken from it.</param>
/// <param name="Words">The choice in words, with its reasons.</param>
internal sealed record AtpeSettings(TpeOptions Tpe, TrialFilter Filter, LockRule Lock, string Words);
