using Hypermax.Testing.Guarding;

namespace Hypermax.Testing.Challenging;

/// <summary>A trial that may be better than the tuned values, and its evaluations beside theirs.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Tuned">The tuned values, evaluated again.</param>
/// <param name="Found">The trial's point, evaluated with the same seeds.</param>
/// <param name="Gains">How much better it is, pair by pair.</param>
/// <param name="PValue">The probability of such gains by chance, for this candidate alone.</param>
internal sealed record Candidate(TrialRecord Trial, IReadOnlyList<double> Tuned, IReadOnlyList<double> Found, SampleFigures Gains, double PValue);
