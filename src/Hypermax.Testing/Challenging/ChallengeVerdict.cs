using Hypermax.Errors;

namespace Hypermax.Testing;

/// <summary>What came of challenging tuned values.</summary>
/// <param name="Study">The name of the study.</param>
/// <param name="Trials">How many trials the search had.</param>
/// <param name="Candidates">How many of them were evaluated again because they might be better.</param>
/// <param name="Better">The best values that are significantly better than the tuned ones, or null where nothing is.</param>
public sealed record ChallengeVerdict(string Study, int Trials, int Candidates, BetterValues? Better)
{
    /// <summary>Gets the figures in one line.</summary>
    public override string ToString() => Better is { } better
        ? FormattableString.Invariant($"{better}, corrected for {Counted.Of(Candidates, "candidate")} of {Counted.Of(Trials, "trial")}")
        : $"nothing is better in {Counted.Of(Trials, "trial")}, of which {Counted.Of(Candidates, "candidate")} had repeats";
}
