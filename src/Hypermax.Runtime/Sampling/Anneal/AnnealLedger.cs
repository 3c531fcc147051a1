using Hypermax.Settings;

namespace Hypermax.Sampling.Anneal;

/// <summary>The options of annealing.</summary>
internal static class AnnealLedger
{
    public static OptionLedger<AnnealOptions> Options { get; } = new(
        "the method 'anneal'",
        new Option<AnnealOptions, double>(
            "MeanRank",
            Rules.AtLeast(1),
            o => o.MeanRank,
            (o, v) => o with { MeanRank = v },
            "the mean rank, from 1, of the trial that a proposal starts from"),
        new Option<AnnealOptions, double>(
            "Shrinkage", Rules.AtLeast(0), o => o.Shrinkage, (o, v) => o with { Shrinkage = v }, "how fast the neighbourhood shrinks"));
}
